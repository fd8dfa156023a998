import { addDays, type Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import type { Base, Operation } from "./frozen.ts";

export type Turnover = {
  /** Money of the customer that nothing was given for yet; negative where it owes. */
  opening: Kopecks;
  /** What the books learnt of the time before the agreed act's last day only after it; zero without such an act. */
  corrected: Kopecks;
  /** Acts, and money that went back, within the period. */
  debit: Kopecks;
  /** Money within the period. */
  credit: Kopecks;
  closing: Kopecks;
  within: Operation[];
};

/**
 * What stood between the sides before the period, what moved in it, what stands after: opening + corrected + credit − debit = closing,
 * which is always the sum of all operations until the last day. With an agreed act before it the opening is what was agreed.
 */
export function turnover(operations: readonly Operation[], from: Day, to: Day, base: Base | null = null): Turnover {
  const ordered = inOrder(operations.filter(({ on }) => on <= to));
  const within = ordered.filter(({ on }) => on >= from);
  const agreed = base && base.to < from ? base : null;
  const between = ordered.filter(({ on }) => on < from && (!agreed || on > agreed.to));
  const opening = (agreed ? BigInt(agreed.closing) : 0n) + total(between);
  const corrected = agreed ? total(agreed.appeared) - total(agreed.vanished) : 0n;
  const credit = total(within.filter(({ kind }) => kind === "payment"));
  const debit = -total(within.filter(({ kind }) => kind !== "payment"));
  return { opening, corrected, debit, credit, closing: opening + corrected + credit - debit, within };
}

type Agreed = { id: string; number: string; from: Day; to: Day; operations: readonly Operation[]; base?: Base | null };

/** What a new act starts from: the agreed one before it, and how the books of that time have changed since. */
export function baseOf(agreed: Agreed, operations: readonly Operation[]): Base {
  const { id, number, from, to, base } = agreed;
  const then = agreed.operations.filter(({ on }) => on <= to);
  const now = operations.filter(({ on }) => on <= to);
  const closing = String(turnover(agreed.operations, from, to, base ?? null).closing);
  return { id, number, to, closing, appeared: without(now, then), vanished: without(then, now) };
}

/** Those of `all` that are not among `others`; of twins as many stay as there are more. */
function without(all: readonly Operation[], others: readonly Operation[]): Operation[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(same(one), (left.get(same(one)) ?? 0) + 1);
  return inOrder(all).filter((one) => {
    const rest = left.get(same(one)) ?? 0;
    left.set(same(one), rest - 1);
    return rest <= 0;
  });
}

const same = ({ kind, number, dated, on, amount }: Operation) => JSON.stringify([kind, number, dated, on, amount]);

/** The first day of the period after an agreed one. */
export const dayAfter = ({ to }: { to: Day }): Day => addDays(to, 1);

/** By day; on one day money first, since the contract is paid before it is performed (3.2). Stable for what is alike. */
export const inOrder = <O extends Operation>(operations: readonly O[]): O[] =>
  operations.toSorted((a, b) => order(a).localeCompare(order(b), "en"));

const RANK = { payment: 0, act: 1, refund: 2 } as const;
const order = ({ on, kind, number }: Operation) => `${on} ${RANK[kind]} ${number}`;

/** Above zero for the customer's money, below it for what was given or paid back. */
export const signed = ({ kind, amount }: Operation): Kopecks => (kind === "payment" ? BigInt(amount) : -BigInt(amount));
const total = (operations: readonly Operation[]): Kopecks => operations.reduce((all, one) => all + signed(one), 0n);
