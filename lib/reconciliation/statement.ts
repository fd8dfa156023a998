import type { Day } from "#/lib/calendar/day.ts";
import { inOrder, signed, turnover } from "#/lib/documents/reconciliation/balance.ts";
import type { Operation } from "#/lib/documents/reconciliation/frozen.ts";
import type { Period } from "#/lib/ledger/period.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";

/** An operation with what it leads to: its own record, its contract, and the invoices that a payment was set against. */
export type Movement = Operation & {
  id: string;
  contractId: string | null;
  set: readonly { contractId: string; number: string; amount: Kopecks }[];
};

/** One line of the statement: one of the two columns is filled, `balance` is what stands after it (above zero the seller owes). */
export type StatementRow = { movement: Movement; debit: Kopecks; credit: Kopecks; balance: Kopecks };

export type Statement = Period & {
  opening: Kopecks;
  closing: Kopecks;
  debit: Kopecks;
  credit: Kopecks;
  rows: StatementRow[];
};

/** The statement of a party's account for a period: the figures of an акт сверки of the same days, with the balance after each line. */
export function statementOf(movements: readonly Movement[], { from, to }: Period): Statement {
  const { opening, closing, debit, credit } = turnover(movements, from, to);
  let balance = opening;
  const rows = inOrder(movements.filter(({ on }) => on >= from && on <= to)).map((movement) => {
    const value = signed(movement);
    balance += value;
    return { movement, debit: value < 0n ? -value : 0n, credit: value > 0n ? value : 0n, balance };
  });
  return { from, to, opening, closing, debit, credit, rows };
}

/** Who owes whom by a balance. */
export const owes = (balance: Kopecks): "seller" | "customer" | "nobody" =>
  balance > 0n ? "seller" : balance < 0n ? "customer" : "nobody";

export const absolute = (balance: Kopecks): Kopecks => (balance < 0n ? -balance : balance);

/** The day on which a balance stands: the last of the period, or today while the period is not over. */
export const asOf = ({ to }: Period, today: Day): Day => (to < today ? to : today);
