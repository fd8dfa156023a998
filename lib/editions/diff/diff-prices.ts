import type { PriceRow } from "../edition.ts";

/** A price before and after, kopecks; null where the edition has none for the period. */
export type ChangedPrice = { product: string; months: number; was: bigint | null; now: bigint | null };

/** The prices of two editions side by side, all of them, shortest period first. */
export function diffPrices(before: readonly PriceRow[], after: readonly PriceRow[]): ChangedPrice[] {
  const key = ({ product, months }: PriceRow) => `${product} ${months}`;
  const [was, now] = [before, after].map((rows) => new Map(rows.map((row) => [key(row), row.amount])));
  const all = new Map([...before, ...after].map((row) => [key(row), row]));
  return [...all]
    .map(([name, { product, months }]) => ({
      ...{ product, months },
      ...{ was: was?.get(name) ?? null, now: now?.get(name) ?? null },
    }))
    .sort((a, b) => (a.product === b.product ? a.months - b.months : a.product < b.product ? -1 : 1));
}
