import "server-only";

import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { fileChunks, files } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";

export type FileRow = typeof files.$inferSelect;

/** A file that this actor may read: its party's; the house reads all. Null for a stranger's as for a missing one. */
export async function findFile(tx: Tx, actor: Actor, id: string): Promise<FileRow | null> {
  const scope = actor.kind === "customer" ? eq(files.partyId, actor.partyId) : undefined;
  const [row] = await tx
    .select()
    .from(files)
    .where(and(eq(files.id, id), scope));
  return row ?? null;
}

/** True where the file may stand in this party's contract: the party's own, or one that the house uploaded itself. */
export async function fileOfParty(tx: Tx, actor: Actor, id: string, partyId: string): Promise<boolean> {
  const theirs = eq(files.partyId, partyId);
  const [row] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, id), actor.kind === "customer" ? theirs : or(theirs, isNull(files.partyId))));
  return row !== undefined;
}

/** The drawn paper of a document, null until somebody drew it. */
export async function paperOf(tx: Tx, documentId: string, kind: string): Promise<FileRow | null> {
  const [row] = await tx
    .select()
    .from(files)
    .where(and(eq(files.documentId, documentId), eq(files.kind, kind)));
  return row ?? null;
}

/** A file's bytes, chunk by chunk in order. */
export async function fileBytes(tx: Tx, id: string): Promise<Uint8Array> {
  const chunks = await tx
    .select({ bytes: fileChunks.bytes })
    .from(fileChunks)
    .where(eq(fileChunks.fileId, id))
    .orderBy(asc(fileChunks.position));
  return Buffer.concat(chunks.map(({ bytes }) => bytes));
}
