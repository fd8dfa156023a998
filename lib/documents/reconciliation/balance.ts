import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import type { Operation } from "./frozen.ts";

export type Turnover = {
  /** Money of the customer that nothing was given for yet; negative where it owes. */
  opening: Kopecks;
  /** Acts within the period. */
  debit: Kopecks;
  /** Money within the period. */
  credit: Kopecks;
  closing: Kopecks;
  within: Operation[];
};

/** What stood between the sides before the period, what moved in it, what stands after: opening + credit − debit = closing. */
export function turnover(operations: readonly Operation[], from: Day, to: Day): Turnover {
  const ordered = operations.filter(({ on }) => on <= to).toSorted((a, b) => order(a).localeCompare(order(b), "en"));
  const within = ordered.filter(({ on }) => on >= from);
  const opening = total(ordered.filter(({ on }) => on < from));
  const credit = total(within.filter(({ kind }) => kind === "payment"));
  const debit = -total(within.filter(({ kind }) => kind === "act"));
  return { opening, debit, credit, closing: opening + credit - debit, within };
}

/** By day; on one day money first, since the contract is paid before it is performed (3.2). */
const order = ({ on, kind, number }: Operation) => `${on} ${kind === "payment" ? 0 : 1} ${number}`;

const total = (operations: readonly Operation[]): Kopecks =>
  operations.reduce((all, { kind, amount }) => (kind === "payment" ? all + BigInt(amount) : all - BigInt(amount)), 0n);
