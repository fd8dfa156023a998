import "server-only";

import { and, asc, eq, gt, gte } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { documents, editionRefusals, editions } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { NewerOffer } from "#/lib/contract/contract.ts";
import { OFFER } from "./documents.ts";
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

/** Editions of the offer published since and newer than the accepted one, oldest first, with what this contract's customer said of each (6.2). */
export async function newerOffers(
  tx: Tx,
  { id, acceptedOfferId, acceptedOn }: { id: string; acceptedOfferId: string | null; acceptedOn: Day | null },
): Promise<NewerOffer[]> {
  if (acceptedOfferId === null || acceptedOn === null) return [];
  const accepted = tx.select({ number: editions.number }).from(editions).where(eq(editions.id, acceptedOfferId));
  return tx
    .select({
      ...{ id: editions.id, number: editions.number, sha256: editions.sha256 },
      ...{ publishedOn: editions.publishedOn, inForceFrom: editions.inForceFrom },
      ...{ refusedOn: editionRefusals.refusedOn, refusedAt: editionRefusals.refusedAt },
      ...{ refusalReason: editionRefusals.reason },
      ...{ answeredAt: editionRefusals.answeredAt, answer: editionRefusals.answer },
    })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .leftJoin(editionRefusals, and(eq(editionRefusals.editionId, editions.id), eq(editionRefusals.contractId, id)))
    .where(
      and(
        eq(documents.slug, OFFER),
        eq(editions.language, "ru"),
        gt(editions.number, accepted),
        gte(editions.publishedOn, acceptedOn),
      ),
    )
    .orderBy(asc(editions.number));
}
