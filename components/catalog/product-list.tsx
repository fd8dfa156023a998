import type { Day } from "#/lib/calendar/day.ts";
import { coversBelarus } from "#/lib/catalog/covers-belarus.ts";
import type { ListedProduct } from "#/lib/catalog/product.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { BelarusMark, IncludedMark } from "./product-marks.tsx";

type Props = { locale: Locale; products: readonly ListedProduct[]; on: Day };

/** Products under each other: what it is, whose, what it does, and the two answers that decide. Plain links, as all of the public site. */
export function ProductList({ locale, products, on }: Props) {
  const t = translator(locale, "catalog");
  return (
    <ul aria-label={t("list.label")} className="border-hairline border-t">
      {products.map((product) => (
        <li
          key={product.slug}
          className="grid gap-x-8 gap-y-2 border-hairline border-b py-4 md:grid-cols-[1fr_16rem] md:items-start"
        >
          <div className="min-w-0">
            <h2 className="font-medium text-lg">
              <a className="link break-words" href={`/catalog/${product.slug}`}>
                {product.name}
              </a>
            </h2>
            <p className="text-muted text-sm">
              {product.vendor} · {product.category}
              {product.example && ` · ${t("example")}`}
            </p>
            <p className="mt-1 max-w-measure break-words">{product.what}</p>
          </div>
          <div className="grid gap-1 text-sm">
            <BelarusMark locale={locale} covers={coversBelarus(product, on).covers} />
            <IncludedMark locale={locale} included={product.included} />
          </div>
        </li>
      ))}
    </ul>
  );
}
