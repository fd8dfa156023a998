import "server-only";

import type { Tx } from "#/db/client.ts";
import { linesOfOtherFormats } from "#/db/queries/bank.ts";
import { aligner } from "#/lib/statement/align.ts";
import type { Statement, StatementHead, StatementLine } from "#/lib/statement/statement.ts";

type Head = Pick<StatementHead, "account" | "format" | "dateFrom" | "dateTo">;

/** For a statement that is read twice and never stands in memory; null where no other format brought these days. */
export async function alignerOf(tx: Tx, head: Head): Promise<((line: StatementLine) => StatementLine) | null> {
  const known = await linesOfOtherFormats(tx, head.account, head.format, head.dateFrom, head.dateTo);
  return known.length === 0 ? null : aligner(known);
}

/** A statement whose lines take the keys under which another format has already brought them. */
export async function aligned(tx: Tx, statement: Statement): Promise<Statement> {
  const align = await alignerOf(tx, statement);
  return align ? { ...statement, lines: statement.lines.map(align) } : statement;
}
