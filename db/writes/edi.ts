import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { ediArrivals, ediDocuments } from "#/db/schema/index.ts";
import type { EdiArrival } from "../queries/edi.ts";

type NewDocument = Omit<
  typeof ediDocuments.$inferInsert,
  "id" | "state" | "fileId" | "sentAt" | "failedAt" | "failure"
>;

/** Puts an act into the queue; null when it is there already. */
export async function queueEdiDocument(tx: Tx, document: NewDocument): Promise<string | null> {
  const [row] = await tx
    .insert(ediDocuments)
    .values({ id: crypto.randomUUID(), state: "queued", ...document })
    .onConflictDoNothing()
    .returning({ id: ediDocuments.id });
  return row?.id ?? null;
}

/** Moves a queued document; false when somebody was first. */
export async function moveEdiDocument(
  tx: Tx,
  id: string,
  set: Partial<Pick<typeof ediDocuments.$inferInsert, "state" | "fileId" | "sentAt" | "failedAt" | "failure">>,
): Promise<boolean> {
  const moved = await tx
    .update(ediDocuments)
    .set(set)
    .where(and(eq(ediDocuments.id, id), eq(ediDocuments.state, "queued")))
    .returning({ id: ediDocuments.id });
  return moved.length > 0;
}

/** Keeps a delivery; null when another worker kept it meanwhile. */
export async function keepArrival(
  tx: Tx,
  arrival: Omit<EdiArrival, "id" | "settledAt" | "settledBy" | "note">,
): Promise<string | null> {
  const [row] = await tx
    .insert(ediArrivals)
    .values({ id: crypto.randomUUID(), ...arrival })
    .onConflictDoNothing()
    .returning({ id: ediArrivals.id });
  return row?.id ?? null;
}

/** A person says what was done with a delivery; null when it does not wait. */
export async function settleArrival(
  tx: Tx,
  id: string,
  settled: { settledAt: Date; settledBy: string; note: string },
): Promise<EdiArrival | null> {
  const [row] = await tx
    .update(ediArrivals)
    .set({ outcome: "settled", ...settled })
    .where(and(eq(ediArrivals.id, id), eq(ediArrivals.outcome, "waiting")))
    .returning();
  return row ?? null;
}
