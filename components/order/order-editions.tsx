import { formatDay } from "#/lib/calendar/format.ts";
import type { EditionRef } from "#/lib/contract/frozen.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Slug = "license-bitrix24-market" | "price-list" | "usage-rules";

/** The editions that this order is placed under: number, order and date, each with its text in a new tab. */
export function OrderEditions({ locale, editions }: { locale: Locale; editions: readonly EditionRef[] }) {
  const t = translator(locale, "cabinet");
  return (
    <ul className="grid gap-2">
      {editions.map(({ id, slug, number, orderNumber, orderDate }) => (
        <li key={id}>
          <a className="link" href={`/documents/${slug}`} target="_blank" rel="noopener">
            {t(`order.document.${slug as Slug}`)}
          </a>
          <span className="text-muted text-sm">
            , {t("order.edition", { number })}
            {orderNumber && orderDate && `, ${t("order.byOrder", { number: orderNumber, date: formatDay(orderDate) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
