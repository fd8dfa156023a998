import "server-only";

import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { files, payments, statements } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

export type StatementRow = typeof statements.$inferSelect;

/** Imported statements, newest period first. */
export async function statementList(tx: Tx, cursor: Cursor | null): Promise<Page<StatementRow>> {
  const { where, order } = keyset(statements.dateTo, statements.id, "desc", "date", cursor);
  const found = await tx
    .select()
    .from(statements)
    .where(where)
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, (row) => `${row.dateTo}~${row.id}`);
}

export type MatchCounts = Record<
  "unmatched" | "proposed" | "unidentified" | "allocated" | "balance" | "to-return" | "returned",
  number
>;

/** A statement with its file's name and how far the matching of its credits has come. */
export async function findStatement(tx: Tx, id: string) {
  const [row] = await tx
    .select({ statement: statements, fileName: files.name })
    .from(statements)
    .leftJoin(files, eq(files.id, statements.fileId))
    .where(eq(statements.id, id));
  if (!row) return null;
  const counts: MatchCounts = {
    ...{ unmatched: 0, proposed: 0, unidentified: 0, allocated: 0, balance: 0 },
    ...{ "to-return": 0, returned: 0 },
  };
  const states = await tx
    .select({ state: payments.state, count: sql<number>`count(*)::int` })
    .from(payments)
    .where(and(eq(payments.statementId, id), eq(payments.side, "credit")))
    .groupBy(payments.state);
  for (const { state, count } of states) if (state !== "none") counts[state] = count;
  return { ...row, counts };
}

export const LINES_SHOWN = 200;

/** The lines that a statement brought, in the bank's order, as many as a page shows. */
export function linesOfStatement(tx: Tx, statementId: string) {
  return tx
    .select()
    .from(payments)
    .where(eq(payments.statementId, statementId))
    .orderBy(payments.position)
    .limit(LINES_SHOWN);
}

export async function statementByHash(tx: Tx, sha256: string): Promise<string | null> {
  const [row] = await tx.select({ id: statements.id }).from(statements).where(eq(statements.sha256, sha256));
  return row?.id ?? null;
}

/** The statement of the same account that ended last before a day: its closing must be the next one's opening. */
export async function statementBefore(tx: Tx, account: string, day: Day): Promise<StatementRow | null> {
  const [row] = await tx
    .select()
    .from(statements)
    .where(and(eq(statements.account, account), lt(statements.dateTo, day)))
    .orderBy(desc(statements.dateTo), desc(statements.importedAt))
    .limit(1);
  return row ?? null;
}

const BATCH = 5000;

/** Which of these lines were brought before, by this or another file. */
export async function knownKeys(tx: Tx, keys: string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let at = 0; at < keys.length; at += BATCH) {
    const rows = await tx
      .select({ key: payments.lineKey })
      .from(payments)
      .where(inArray(payments.lineKey, keys.slice(at, at + BATCH)));
    for (const { key } of rows) known.add(key);
  }
  return known;
}
