import type { Included } from "#/lib/catalog/product.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { factHref } from "#/lib/terms/addresses.ts";
import { factsOf, OFFER } from "#/lib/terms/documents.ts";

/** The way to a product is the certificate (1.7, 2.1); what it gives is said in 2.3. */
export function HowToGet({ locale, included }: { locale: Locale; included: Included }) {
  const t = translator(locale, "catalog");
  const [right] = factsOf(OFFER, "territory");
  return (
    <>
      <p className="max-w-measure">{t(`product.howText.${included}`)}</p>
      {right && (
        <p className="mt-2 max-w-measure text-muted text-sm">
          {t("product.right")}{" "}
          <a className="link whitespace-nowrap" href={factHref(OFFER, right)}>
            {t("product.clause", { clause: right.clauses.join(", ") })}
          </a>
        </p>
      )}
      <p className="no-print mt-4 flex flex-wrap items-center gap-4">
        <a className="btn primary" href="/order">
          {t("product.order")}
        </a>
        <a className="link" href="/check">
          {t("product.check")}
        </a>
      </p>
    </>
  );
}
