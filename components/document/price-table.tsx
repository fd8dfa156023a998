import { Money } from "#/components/ui/money.tsx";
import type { PriceRow } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  prices: readonly PriceRow[];
  /** What stands on the invoice's VAT line: «Без НДС, …» or «в том числе НДС 20 %». */
  vatNote: string;
  orderHref?: (row: PriceRow) => string;
};

/** Per month for the eye only, rounded half up; nobody is charged it. */
const perMonth = ({ amount, months }: PriceRow) => (amount + BigInt(months) / 2n) / BigInt(months);

/** A price list, not pricing cards: period, price, price per month, and the tax line of the invoice. */
export function PriceTable({ locale, prices, vatNote, orderHref }: Props) {
  const t = translator(locale, "public");
  return (
    <div className="price-list">
      <table className="data">
        <caption>{t("price.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("price.period")}</th>
            <th scope="col" className="end">
              {t("price.price")}
            </th>
            <th scope="col" className="end">
              {t("price.perMonth")}
            </th>
            {orderHref && (
              <th scope="col" className="end no-print">
                <span className="sr-only">{t("price.order")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {prices.map((row) => (
            <tr key={row.months}>
              <th scope="row">{t("price.months", { count: row.months })}</th>
              <td className="end lead" data-label={t("price.price")}>
                <Money value={row.amount} bare />
              </td>
              <td className="end" data-label={t("price.perMonth")}>
                <Money value={perMonth(row)} bare />
              </td>
              {orderHref && (
                <td className="end no-print">
                  <a href={orderHref(row)} className="btn secondary small">
                    {t("price.order")}
                    <span className="sr-only"> {t("price.months", { count: row.months })}</span>
                  </a>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-muted">{vatNote}</p>
    </div>
  );
}
