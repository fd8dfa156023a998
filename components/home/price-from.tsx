import type { PriceRow } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { divideHalfUp } from "#/lib/money/vat.ts";

type Props = { locale: Locale; prices: readonly PriceRow[]; example: boolean; priceListHref: string };

/** The shortest period and the longest one, in words; the price list has the rest. Prices come shortest first. */
export function PriceFrom({ locale, prices, example, priceListHref }: Props) {
  const t = translator(locale, "public");
  const [first] = prices;
  const last = prices.at(-1);
  if (!first || !last) return null;
  const words = ({ amount, months }: PriceRow) => ({
    price: formatMoney(amount),
    months: t("price.months", { count: months }),
    monthly: formatMoney(divideHalfUp(amount, BigInt(months))),
  });
  return (
    <p className="mt-4">
      {t("home.priceLead")} <strong className="font-semibold">{t("home.price", words(first))}</strong>
      {last !== first && <>, {t("home.priceMonthly", words(last))}</>}
      {example && <> ({t("home.priceExample")})</>}.{" "}
      <a className="link" href={priceListHref}>
        {t("home.priceList")}
      </a>
    </p>
  );
}
