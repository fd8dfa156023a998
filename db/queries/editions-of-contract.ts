import "server-only";

import { asc, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { editionRefusals } from "#/db/schema/index.ts";
import { publishedOffers } from "./offer.ts";

/** What clause 6.2 looks at for a contract that the reader may see: every edition of the offer, and what was refused of them. */
export async function editionsOfContract(tx: Tx, contractId: string) {
  const refusals = await tx
    .select({ editionId: editionRefusals.editionId, on: editionRefusals.refusedOn })
    .from(editionRefusals)
    .where(eq(editionRefusals.contractId, contractId))
    .orderBy(asc(editionRefusals.refusedAt));
  return { editions: await publishedOffers(tx), refusals };
}
