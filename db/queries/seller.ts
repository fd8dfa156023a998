import "server-only";

import { eq } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { documents, editions } from "#/db/schema/index.ts";
import { OFFER } from "./documents.ts";

/** Every account of the seller that an edition of the offer has named (7.2): old ones may still be paid to. */
export async function sellerAccounts(db: Db | Tx): Promise<string[]> {
  const rows = await db
    .select({ seller: editions.seller })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(eq(documents.slug, OFFER));
  return [...new Set(rows.flatMap(({ seller }) => (seller ? [seller.bank.iban] : [])))];
}
