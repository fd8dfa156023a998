import "server-only";

import { and, asc, count, desc, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, ediArrivals, ediDocuments, files, parties, users } from "#/db/schema/index.ts";

export type EdiDocument = typeof ediDocuments.$inferSelect;
export type EdiArrival = typeof ediArrivals.$inferSelect;

/** An ordered document with the act that it carries; null for a missing one. */
export async function ediDocument(tx: Tx, id: string) {
  const [row] = await tx
    .select({ document: ediDocuments, act: acts })
    .from(ediDocuments)
    .innerJoin(acts, eq(acts.id, ediDocuments.actId))
    .where(eq(ediDocuments.id, id));
  return row ?? null;
}

/** The same by the number that the operator knows it by. */
export async function ediDocumentByNumber(tx: Tx, documentId: string) {
  const [row] = await tx
    .select({ document: ediDocuments, act: acts })
    .from(ediDocuments)
    .innerJoin(acts, eq(acts.id, ediDocuments.actId))
    .where(eq(ediDocuments.documentId, documentId));
  return row ?? null;
}

/** How an act goes or went through ЭДиН, newest try first. */
export const ediOfAct = (tx: Tx, actId: string): Promise<EdiDocument[]> =>
  tx.select().from(ediDocuments).where(eq(ediDocuments.actId, actId)).orderBy(desc(ediDocuments.orderedAt));

export async function arrivalKept(tx: Tx, externalId: string): Promise<boolean> {
  const [row] = await tx.select({ id: ediArrivals.id }).from(ediArrivals).where(eq(ediArrivals.externalId, externalId));
  return row !== undefined;
}

const LIST = 100;

/** What a person has to look at: deliveries that are no step, and acts that are not handed over. */
export async function ediWork(tx: Tx) {
  const waiting = await tx
    .select({ arrival: ediArrivals, sha256: files.sha256, size: files.size })
    .from(ediArrivals)
    .innerJoin(files, eq(files.id, ediArrivals.fileId))
    .where(eq(ediArrivals.outcome, "waiting"))
    .orderBy(asc(ediArrivals.receivedAt), asc(ediArrivals.id))
    .limit(LIST);
  const unsent = await tx
    .select({ document: ediDocuments, number: acts.number, party: parties.name })
    .from(ediDocuments)
    .innerJoin(acts, eq(acts.id, ediDocuments.actId))
    .innerJoin(parties, eq(parties.id, acts.partyId))
    .where(and(ne(ediDocuments.state, "sent"), eq(acts.status, "issued")))
    .orderBy(asc(ediDocuments.orderedAt), asc(ediDocuments.id))
    .limit(LIST);
  const taken = await tx
    .select({ arrival: ediArrivals, sha256: files.sha256, size: files.size })
    .from(ediArrivals)
    .innerJoin(files, eq(files.id, ediArrivals.fileId))
    .where(ne(ediArrivals.outcome, "waiting"))
    .orderBy(desc(ediArrivals.receivedAt), asc(ediArrivals.id))
    .limit(LIST);
  return { waiting, unsent, taken };
}

/** How often this act was ordered before. */
export async function ediTries(tx: Tx, actId: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(ediDocuments).where(eq(ediDocuments.actId, actId));
  return row?.n ?? 0;
}

/** The signed copy of an act: its bytes' hash, and whether the house or the customer brought it. */
export async function signedCopy(tx: Tx, fileId: string) {
  const [row] = await tx
    .select({
      id: files.id,
      name: files.name,
      size: files.size,
      sha256: files.sha256,
      byHouse: sql<boolean>`${files.createdBy} like 'job:%' or coalesce(${users.staffRole} is not null, false)`,
    })
    .from(files)
    .leftJoin(users, sql`${users.id}::text = ${files.createdBy}`)
    .where(eq(files.id, fileId));
  return row ?? null;
}
