import "server-only";

import { asc, between, inArray, max, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { erasures, evidence } from "#/db/schema/index.ts";
import type { LogEntry } from "#/lib/evidence/verify.ts";

// `at` as text, so that a changed microsecond is seen: a Date of JavaScript would round it away. Read without the mapping of
// columns, which would cost more than the hashing of a million entries.
const columns = sql.raw(`
  id::float8 as id, chain, seq, party_id as "partyId", contract_id as "contractId",
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, actor_kind as "actorKind", actor_id as "actorId",
  actor_name as "actorName", on_behalf_of as "onBehalfOf", step, clause, reason, data::text as data, address, browser, salt,
  actor_name_hash as "actorNameHash", address_hash as "addressHash", browser_hash as "browserHash",
  prev_hash as "prevHash", hash`);

type Row = Omit<LogEntry, "at" | "data"> & { at: string; data: string };

async function entriesOf(tx: Tx, where: SQL): Promise<LogEntry[]> {
  const rows = await tx.execute<Row>(sql`select ${columns} from evidence where ${where}`);
  return rows.map((row) => ({ ...row, at: `${row.at.replace(/000$/, "")}Z`, data: JSON.parse(row.data) }));
}

/** The next entries of the whole log in order of id, as they are stored. For the house only. */
export const logAfter = (tx: Tx, id: number, { upTo = Number.MAX_SAFE_INTEGER, limit = 5000 } = {}) =>
  entriesOf(tx, sql`evidence.id > ${id} and evidence.id <= ${upTo} order by evidence.id limit ${limit}`);

/**
 * The chains that tell a contract's story: its own, those of its files and drawn papers, and of the requests by which people of
 * these entries were erased. Whole chains, in order of id.
 */
export async function logOfContract(tx: Tx, contractId: string, fileIds: readonly string[]): Promise<LogEntry[]> {
  const chains = [`contract:${contractId}`, ...fileIds.flatMap((id) => [`file:${id}`, `paper:${id}`])];
  const people = tx.select({ id: evidence.actorId }).from(evidence).where(inArray(evidence.chain, chains));
  const requests = await tx
    .select({ chain: sql<string>`'privacy:' || ${erasures.requestId}` })
    .from(erasures)
    .where(inArray(sql`${erasures.userId}::text`, people));
  chains.push(...requests.map(({ chain }) => chain));
  return entriesOf(tx, sql`${inArray(evidence.chain, chains)} order by evidence.id`);
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
