import "server-only";

import { and, desc, eq, gte, lte, ne } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { statements } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";

/** The statement of an account that shares days with these, the latest of them; not the file itself. */
export async function statementOver(
  tx: Tx,
  { account, dateFrom, dateTo }: { account: string; dateFrom: Day; dateTo: Day },
  sha256: string,
): Promise<{ dateFrom: Day; dateTo: Day } | null> {
  const [row] = await tx
    .select({ dateFrom: statements.dateFrom, dateTo: statements.dateTo })
    .from(statements)
    .where(
      and(
        ...[eq(statements.account, account), ne(statements.sha256, sha256)],
        ...[gte(statements.dateTo, dateFrom), lte(statements.dateFrom, dateTo)],
      ),
    )
    .orderBy(desc(statements.dateTo), desc(statements.importedAt))
    .limit(1);
  return row ?? null;
}
