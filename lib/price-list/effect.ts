import type { Day } from "#/lib/calendar/day.ts";
import { type DiscountRule, rulesFor } from "./discount.ts";
import { type PriceRow, priceLines } from "./price.ts";

type Order = { id: string; partyId: string; lines: readonly { product: string; months: number }[] };
export type Effect<O extends Order> = { order: O; before: bigint; after: bigint };

/**
 * What a new rule would change of orders that are priced anew on a day: only those whose sum differs. Live invoices are not among them:
 * 3.2 promises their sum. An order for a period that is sold no more has no price to compare.
 */
export function effectOn<O extends Order>(
  orders: readonly O[],
  prices: readonly PriceRow[],
  rules: readonly DiscountRule[],
  planned: DiscountRule,
  on: Day,
): Effect<O>[] {
  return orders.flatMap((order) => {
    const total = (all: readonly DiscountRule[]) => {
      const priced = priceLines(order.lines, prices, rulesFor(all, order.partyId, on));
      return priced.ok ? priced.value.total : null;
    };
    const [before, after] = [total(rules), total([...rules, planned])];
    return before === null || after === null || before === after ? [] : [{ order, before, after }];
  });
}
