import "server-only";

import { and, eq, isNotNull } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { editions } from "#/db/schema/index.ts";

/** Addresses of outside pages that the library keeps a snapshot of (1.9, 2.2). An example is no snapshot. Public: no actor. */
export async function pinnedPages(db: Db | Tx): Promise<string[]> {
  const rows = await db
    .selectDistinct({ sourceUrl: editions.sourceUrl })
    .from(editions)
    .where(and(isNotNull(editions.sourceUrl), eq(editions.example, false)));
  return rows.flatMap(({ sourceUrl }) => sourceUrl ?? []).sort();
}
