import { sum } from "#/lib/money/kopecks.ts";
import { err, ok } from "#/lib/result.ts";

export type PriceRow = { product: string; months: number; amount: bigint };

/**
 * Prices order lines by a price list edition (3.1, 3.3), kopecks, VAT included where the mode says so.
 * Refuses `order.period_not_sold` for a period that the edition does not sell.
 */
export function priceLines<Line extends { product: string; months: number }>(
  lines: readonly Line[],
  prices: readonly PriceRow[],
) {
  const priced: (Line & { amount: bigint })[] = [];
  for (const line of lines) {
    const row = prices.find((price) => price.product === line.product && price.months === line.months);
    if (!row) return err({ code: "order.period_not_sold", params: { months: line.months } });
    priced.push({ ...line, amount: row.amount });
  }
  return ok({ lines: priced, total: sum(priced.map((line) => line.amount)) });
}
