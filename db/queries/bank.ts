import "server-only";

import { and, desc, eq, gte, lte, ne } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { bankFetches, bankLinks, payments, statements } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { KnownLine } from "#/lib/statement/align.ts";

export type BankLink = typeof bankLinks.$inferSelect;
export type BankFetch = typeof bankFetches.$inferSelect;

const ALFA = eq(bankLinks.bank, "alfa");

export async function bankLink(tx: Tx): Promise<BankLink | null> {
  const [row] = await tx.select().from(bankLinks).where(ALFA);
  return row ?? null;
}

/** The same, held: one at a time renews tokens and fetches. Null where nobody connected, or another holds it. */
export async function takeBankLink(tx: Tx): Promise<BankLink | null> {
  const [row] = await tx.select().from(bankLinks).where(ALFA).for("update", { skipLocked: true });
  return row ?? null;
}

const SHOWN = 20;

/** The latest times that the bank was asked, newest first. */
export const bankFetchList = (tx: Tx): Promise<BankFetch[]> =>
  tx.select().from(bankFetches).orderBy(desc(bankFetches.at), desc(bankFetches.id)).limit(SHOWN);

export async function lastBankFetch(tx: Tx): Promise<BankFetch | null> {
  const [row] = await tx.select().from(bankFetches).orderBy(desc(bankFetches.at), desc(bankFetches.id)).limit(1);
  return row ?? null;
}

/** The last day of an account that the bank has answered for. */
export async function fetchedThrough(tx: Tx, account: string): Promise<Day | null> {
  const [row] = await tx
    .select({ dayTo: bankFetches.dayTo })
    .from(bankFetches)
    .where(and(eq(bankFetches.account, account), ne(bankFetches.outcome, "failed")))
    .orderBy(desc(bankFetches.dayTo))
    .limit(1);
  return row?.dayTo ?? null;
}

/**
 * The lines of an account's days that came in another format than this one: the same money may stand there under another key.
 * Most days came one way only, and then no line is looked at.
 */
export async function linesOfOtherFormats(
  tx: Tx,
  account: string,
  format: string,
  from: Day,
  to: Day,
): Promise<KnownLine[]> {
  const other = and(eq(statements.account, account), ne(statements.format, format));
  const [any] = await tx
    .select({ id: statements.id })
    .from(statements)
    .where(and(other, gte(statements.dateTo, from), lte(statements.dateFrom, to)))
    .limit(1);
  if (!any) return [];
  return tx
    .select({
      ...{ bankId: payments.bankId, documentNumber: payments.documentNumber, creditDate: payments.creditDate },
      ...{ amount: payments.amount, side: payments.side, iban: payments.payerIban, purpose: payments.purpose },
    })
    .from(payments)
    .innerJoin(statements, eq(statements.id, payments.statementId))
    .where(and(other, gte(payments.creditDate, from), lte(payments.creditDate, to)))
    .orderBy(payments.creditDate, payments.position);
}
