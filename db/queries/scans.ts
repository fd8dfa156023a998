import "server-only";

import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, files, parties, scanFiles, scanPages, scanStacks, users } from "#/db/schema/index.ts";
import type { StaffActor, StaffRole } from "#/lib/access/actor.ts";

export type ScanStack = typeof scanStacks.$inferSelect;
export type ScanPage = typeof scanPages.$inferSelect;

/** A stack that the worker has to do something with and that no other worker holds for this transaction; null for none. */
export async function nextStack(tx: Tx): Promise<ScanStack | null> {
  const waiting = await tx
    .select()
    .from(scanStacks)
    .where(inArray(scanStacks.state, ["reading", "filing"]))
    .orderBy(asc(scanStacks.uploadedAt), asc(scanStacks.id))
    .limit(10);
  for (const stack of waiting) {
    // A lock beside the row: whoever cancels the stack must not wait for the worker.
    const [row] = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`scan:${stack.id}`}, 0)) as held`,
    );
    if (row?.held) return stack;
  }
  return null;
}

export async function findStack(tx: Tx, id: string): Promise<ScanStack | null> {
  const [row] = await tx.select().from(scanStacks).where(eq(scanStacks.id, id));
  return row ?? null;
}

export const filesOfStack = (tx: Tx, stackId: string) =>
  tx
    .select({
      position: scanFiles.position,
      fileId: files.id,
      name: files.name,
      mediaType: files.mediaType,
      size: files.size,
      sha256: files.sha256,
    })
    .from(scanFiles)
    .innerJoin(files, eq(files.id, scanFiles.fileId))
    .where(eq(scanFiles.stackId, stackId))
    .orderBy(asc(scanFiles.position));

/** Every page with the act that its code names, or that a person named. */
export async function pagesOfStack(tx: Tx, stackId: string) {
  const rows = await tx
    .select({ page: scanPages, number: acts.number, contractId: acts.contractId, party: parties.name })
    .from(scanPages)
    .leftJoin(acts, eq(acts.id, scanPages.actId))
    .leftJoin(parties, eq(parties.id, acts.partyId))
    .where(eq(scanPages.stackId, stackId))
    .orderBy(asc(scanPages.position));
  return rows.map(({ page, number, contractId, party }) => ({
    page,
    act: number && contractId ? { number, contractId, party: party ?? "" } : null,
  }));
}

/** How far the worker is; cheap enough to be asked every two seconds. */
export async function progressOfStack(tx: Tx, stackId: string): Promise<{ read: number; filed: number }> {
  const [row] = await tx
    .select({ read: count(scanPages.readAt), filed: count(scanPages.filedFileId) })
    .from(scanPages)
    .where(eq(scanPages.stackId, stackId));
  return row ?? { read: 0, filed: 0 };
}

const LIST = 100;

/** Stacks, newest first, with how many of their pages wait for a person. */
export const stackList = (tx: Tx) =>
  tx
    .select({
      stack: scanStacks,
      by: users.name,
      waiting: sql<number>`count(*) filter (where ${scanPages.trouble} is not null and ${scanPages.settledAt} is null)::int`,
      filed: sql<number>`count(${scanPages.filedFileId})::int`,
    })
    .from(scanStacks)
    .leftJoin(users, eq(users.id, scanStacks.uploadedBy))
    .leftJoin(scanPages, eq(scanPages.stackId, scanStacks.id))
    .groupBy(scanStacks.id, users.name)
    .orderBy(desc(scanStacks.uploadedAt), asc(scanStacks.id))
    .limit(LIST);

/** The act whose drawn paper carries this code; null for other papers and unknown codes. */
export async function actByPaperCode(tx: Tx, code: string): Promise<{ id: string; number: string } | null> {
  const [row] = await tx
    .select({ id: acts.id, number: acts.number })
    .from(files)
    .innerJoin(acts, eq(acts.id, files.documentId))
    .where(and(eq(files.paperCode, code), eq(files.kind, "act")));
  return row ?? null;
}

export async function actByNumber(tx: Tx, number: string) {
  const [row] = await tx
    .select({ id: acts.id, number: acts.number, contractId: acts.contractId, partyId: acts.partyId })
    .from(acts)
    .where(eq(acts.number, number));
  return row ?? null;
}

export async function actById(tx: Tx, id: string) {
  const [row] = await tx
    .select({ id: acts.id, number: acts.number, contractId: acts.contractId, partyId: acts.partyId })
    .from(acts)
    .where(eq(acts.id, id));
  return row ?? null;
}

/** The person who gave the word to file, as an actor of today: null once they left the house. */
export async function staffById(tx: Tx, userId: string): Promise<StaffActor | null> {
  const [row] = await tx
    .select({ id: users.id, name: users.name, email: users.email, role: users.staffRole })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.staffRole), isNull(users.disabledAt)));
  if (!row?.role) return null;
  return {
    kind: "staff",
    userId: row.id,
    name: row.name,
    email: row.email,
    role: row.role as StaffRole,
    sessionId: "scans",
  };
}
