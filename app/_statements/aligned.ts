import "server-only";

import type { Tx } from "#/db/client.ts";
import { linesOfOtherFormats } from "#/db/queries/bank.ts";
import { alignLines } from "#/lib/statement/align.ts";
import type { Statement } from "#/lib/statement/statement.ts";

/** A statement whose lines take the keys under which another format has already brought them. */
export async function aligned(tx: Tx, statement: Statement): Promise<Statement> {
  const { account, format, dateFrom, dateTo, lines } = statement;
  const known = await linesOfOtherFormats(tx, account, format, dateFrom, dateTo);
  return known.length === 0 ? statement : { ...statement, lines: alignLines(lines, known) };
}
