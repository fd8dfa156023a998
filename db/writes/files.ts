import "server-only";

import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";

import type { Tx } from "#/db/client.ts";
import { fileChunks, files } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import type { PaperFacts } from "#/lib/documents/verify/verdict.ts";

const CHUNK = 1024 * 1024;

export type NewFile = {
  partyId: string | null;
  kind:
    | "statement"
    | "activation"
    | "signed-act"
    | "refusal"
    | "force-majeure"
    | "on-behalf"
    | "catalog"
    | "edi"
    | "scan"
    | "scan-page"
    | "edition"
    | "invoice"
    | "act"
    | "deemed-protocol"
    | "refusal-letter"
    | "force-majeure-notice"
    | "reconciliation"
    | "signed-reconciliation"
    | "month-pack";
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  documentId?: string;
  templateVersion?: string;
  paperCode?: string;
  paperFacts?: PaperFacts;
};

/** Keeps a file's bytes as they came, in chunks. A paper that was drawn meanwhile by somebody else is left alone: null. */
export async function insertFile(
  tx: Tx,
  actor: Actor,
  now: Date,
  file: NewFile,
): Promise<{ id: string; sha256: string } | null> {
  const id = crypto.randomUUID();
  const { bytes, ...row } = file;
  const sha256 = await hashOf(bytes);
  const inserted = await tx
    .insert(files)
    .values({ id, ...row, size: bytes.byteLength, sha256, createdAt: now, createdBy: actorRef(actor).id })
    .onConflictDoNothing()
    .returning({ id: files.id });
  if (inserted.length === 0) return null;
  for (let at = 0; at * CHUNK < bytes.byteLength; at++)
    await tx
      .insert(fileChunks)
      .values({ fileId: id, position: at, partyId: file.partyId, bytes: bytes.subarray(at * CHUNK, (at + 1) * CHUNK) });
  return { id, sha256 };
}

/** A large file is hashed some megabytes at a time: others are served in between. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < bytes.byteLength; at += 4 * CHUNK) {
    if (at > 0) await setImmediate();
    hash.update(bytes.subarray(at, at + 4 * CHUNK));
  }
  return hash.digest("hex");
}
