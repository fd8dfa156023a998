import { sum } from "#/lib/money/kopecks.ts";
import { err, ok } from "#/lib/result.ts";
import { bestDiscount, discountOf, type OfferedRule } from "./discount.ts";

export type PriceRow = { product: string; months: number; amount: bigint };

/** What one rule took off an order: `listTotal` − `amount` is exactly the order's total. */
export type Discount = OfferedRule & { listTotal: bigint; amount: bigint };

/**
 * Prices order lines by a price list edition (3.1, 3.3), kopecks, VAT included where the mode says so, less the best rule of those that
 * concern this party today. Every line's amount is what is paid for it. Refuses `order.period_not_sold` for a period not sold.
 */
export function priceLines<Line extends { product: string; months: number }>(
  lines: readonly Line[],
  prices: readonly PriceRow[],
  rules: readonly OfferedRule[],
) {
  const rule = bestDiscount(rules, lines.length);
  const priced: (Line & { amount: bigint })[] = [];
  let listTotal = 0n;
  for (const line of lines) {
    const row = prices.find((price) => price.product === line.product && price.months === line.months);
    if (!row) return err({ code: "order.period_not_sold", params: { months: line.months } });
    listTotal += row.amount;
    priced.push({ ...line, amount: row.amount - (rule ? discountOf(row.amount, rule) : 0n) });
  }
  const total = sum(priced.map((line) => line.amount));
  const discount: Discount | null = rule && {
    ...{ id: rule.id, kind: rule.kind, minQuantity: rule.minQuantity, basisPoints: rule.basisPoints },
    ...{ listTotal, amount: listTotal - total },
  };
  return ok({ lines: priced, total, discount });
}
