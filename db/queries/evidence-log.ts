import "server-only";

import { and, asc, between, getColumns, gt, inArray, lte, max, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { evidence } from "#/db/schema/index.ts";
import type { LogEntry } from "#/lib/evidence/verify.ts";

// Text, so that a changed microsecond is seen: a Date of JavaScript would round it away.
const at = sql<string>`to_char(${evidence.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
const columns = { ...getColumns(evidence), at };

const asWritten = <Row extends { at: string }>(row: Row): Row => ({ ...row, at: `${row.at.replace(/000$/, "")}Z` });

/** The next entries of the whole log in order of id, as they are stored. For the house only. */
export async function logAfter(tx: Tx, id: number, { upTo = Number.MAX_SAFE_INTEGER, limit = 5000 } = {}) {
  const rows = await tx
    .select(columns)
    .from(evidence)
    .where(and(gt(evidence.id, id), lte(evidence.id, upTo)))
    .orderBy(asc(evidence.id))
    .limit(limit);
  return rows.map(asWritten) satisfies LogEntry[];
}

/** The chains that tell a contract's story: its own, and those of its files and drawn papers. Whole chains, in order of id. */
export async function logOfContract(tx: Tx, contractId: string, fileIds: readonly string[]): Promise<LogEntry[]> {
  const chains = [`contract:${contractId}`, ...fileIds.flatMap((id) => [`file:${id}`, `paper:${id}`])];
  const rows = await tx.select(columns).from(evidence).where(inArray(evidence.chain, chains)).orderBy(asc(evidence.id));
  return rows.map(asWritten);
}

/** Ids and hashes of a sealed range in order of id: what a day's tree is made of. */
export function hashesBetween(tx: Tx, firstId: number, lastId: number) {
  return tx
    .select({ id: evidence.id, hash: evidence.hash })
    .from(evidence)
    .where(between(evidence.id, firstId, lastId))
    .orderBy(asc(evidence.id));
}

export async function lastEvidenceId(tx: Tx): Promise<number> {
  const [row] = await tx.select({ id: max(evidence.id) }).from(evidence);
  return row?.id ?? 0;
}
