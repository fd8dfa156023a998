import { asDay, type Day, parseDay } from "#/lib/calendar/day.ts";
import { divideHalfUp } from "#/lib/money/vat.ts";

/** What was sold of one thing in one month. */
export type Sold = { name: string; count: number; sum: bigint };
export type Effect = {
  name: string;
  before: Omit<Sold, "name">;
  after: Omit<Sold, "name">;
  /** What selling more or fewer changed, at the earlier price. */
  quantity: bigint;
  /** What another price changed, on what is sold now. */
  price: bigint;
};

/**
 * The change of revenue between two months, split: quantity first, at the average price of before; whatever is left is price, so that
 * both always add up to the change, to the kopeck. What was not sold before, or is not any more, is quantity alone.
 */
export function priceEffect(before: readonly Sold[], after: readonly Sold[]): Effect[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  return names.map((name) => {
    const of = (rows: readonly Sold[]) => {
      const { count, sum } = rows.find((row) => row.name === name) ?? { count: 0, sum: 0n };
      return { count, sum };
    };
    const [was, is] = [of(before), of(after)];
    const change = is.sum - was.sum;
    const quantity = was.count === 0 || is.count === 0 ? change : atPriceOf(was, is.count - was.count);
    return { name, before: was, after: is, quantity, price: change - quantity };
  });
}

function atPriceOf({ count, sum }: Omit<Sold, "name">, more: number): bigint {
  const worth = divideHalfUp(sum * BigInt(Math.abs(more)), BigInt(count));
  return more < 0 ? -worth : worth;
}

/** Two months of an address, "2026-04" or as people write it, "04.2026", the earlier first; without them, the last whole month and the one before it. */
export function readMonths(query: { before?: string | undefined; after?: string | undefined }, today: Day): [Day, Day] {
  const read = (text = "") => parseDay(`${text.trim().replace(/^(\d\d)\.(\d{4})$/, "$2-$1")}-01`);
  const [before, after] = [read(query.before), read(query.after)];
  if (before && after && before < after) return [before, after];
  return [monthBefore(today, 2), monthBefore(today, 1)];
}

function monthBefore(day: Day, months: number): Day {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return asDay(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`);
}
