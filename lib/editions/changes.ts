import type { Locale } from "#/lib/messages/locales.ts";
import { translator } from "#/lib/messages/messages.ts";
import { diffEditions } from "./diff/diff-editions.ts";
import { diffPrices } from "./diff/diff-prices.ts";
import { sentenceOf } from "./diff/sentence.ts";
import { isEmpty } from "./diff/summary.ts";
import type { EditionText, PriceRow } from "./edition.ts";

type Told = EditionText & { prices: readonly PriceRow[] };

/** What changed between two editions as a letter says it, in each reader's language; the diff itself is made once. */
export function changesBetween(before: Told, after: Told): (locale: Locale) => string {
  const diff = diffEditions(before, after);
  const prices = diffPrices(before.prices, after.prices).some(({ was, now }) => was !== now);
  return (locale) => {
    if (isEmpty(diff) && prices) return translator(locale, "diff")("page.pricesOnly");
    return sentenceOf(diff, locale);
  };
}
