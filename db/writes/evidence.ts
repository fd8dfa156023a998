import "server-only";

import { desc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { evidence } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { entryHash, GENESIS, hidePersonal } from "#/lib/evidence/chain.ts";
import { insertMany } from "./many.ts";

/** Where the request came from; jobs have none. */
export type Origin = { address: string | null; browser: string | null };
export const NO_ORIGIN: Origin = { address: null, browser: null };

export type EvidenceInput = {
  chain: string;
  partyId?: string | null;
  contractId?: string | null;
  step: string;
  clause?: string | null;
  reason?: string | null;
  onBehalfOf?: string | null;
  data: Record<string, unknown>;
};

/**
 * Appends one entry to its chain, in the transaction of the change. Writers of one chain are serialised by the row that they
 * changed (contract, party); a writer that comes second meets the unique (chain, seq) and its transaction fails whole.
 * Returns the entry's number in its chain.
 */
export async function record(
  tx: Tx | Db,
  actor: Actor,
  origin: Origin,
  now: Date,
  input: EvidenceInput,
): Promise<number> {
  const [last] = await tx
    .select({ seq: evidence.seq, hash: evidence.hash })
    .from(evidence)
    .where(eq(evidence.chain, input.chain))
    .orderBy(desc(evidence.seq))
    .limit(1);
  const entry = entryAfter(last ?? FIRST, actor, origin, now, input);
  await tx.insert(evidence).values(entry);
  return entry.seq;
}

/** Appends entries of many chains in their order, exactly as one `record` after the other; returns their numbers. */
export async function recordMany(
  tx: Tx | Db,
  origin: Origin,
  now: Date,
  inputs: readonly { actor: Actor; input: EvidenceInput }[],
): Promise<number[]> {
  const chains = JSON.stringify([...new Set(inputs.map(({ input }) => input.chain))]);
  const ends = await tx.execute<{ chain: string; seq: number; hash: string }>(
    sql`select e.chain, e.seq, e.hash from json_array_elements_text(${chains}::text::json) asked (chain)
      cross join lateral (select chain, seq, hash from ${evidence} where chain = asked.chain order by seq desc limit 1) e`,
  );
  const last = new Map<string, Link>(ends.map(({ chain, seq, hash }) => [chain, { seq, hash }]));
  const entries = inputs.map(({ actor, input }) => {
    const entry = entryAfter(last.get(input.chain) ?? FIRST, actor, origin, now, input);
    last.set(input.chain, entry);
    return entry;
  });
  await insertMany(tx, evidence, entries);
  return entries.map(({ seq }) => seq);
}

type Link = { seq: number; hash: string };
const FIRST: Link = { seq: 0, hash: GENESIS };

function entryAfter(last: Link, actor: Actor, origin: Origin, now: Date, input: EvidenceInput) {
  const who = actorRef(actor);
  const entry = {
    chain: input.chain,
    seq: last.seq + 1,
    partyId: input.partyId ?? null,
    contractId: input.contractId ?? null,
    at: now,
    actorKind: who.kind,
    actorId: who.id,
    actorName: who.name,
    onBehalfOf: input.onBehalfOf ?? null,
    step: input.step,
    clause: input.clause ?? null,
    reason: input.reason ?? null,
    data: input.data,
    ...origin,
  };
  const sealed = { ...entry, ...hidePersonal(entry, crypto.randomUUID()) };
  return { ...sealed, prevHash: last.hash, hash: entryHash(last.hash, sealed) };
}
