import "server-only";

import { desc, eq } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { evidence } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { entryHash, GENESIS, hidePersonal } from "#/lib/evidence/chain.ts";

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
  const who = actorRef(actor);
  const entry = {
    chain: input.chain,
    seq: (last?.seq ?? 0) + 1,
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
  const prevHash = last?.hash ?? GENESIS;
  const sealed = { ...entry, ...hidePersonal(entry, crypto.randomUUID()) };
  await tx.insert(evidence).values({ ...sealed, prevHash, hash: entryHash(prevHash, sealed) });
  return entry.seq;
}
