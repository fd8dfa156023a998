import "server-only";

import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { evidence } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";

/** A contract's own chain, oldest first (6.7); a stranger sees an empty one. */
export function evidenceOfContract(tx: Tx, actor: Actor, contractId: string) {
  const own = actor.kind === "customer" ? eq(evidence.partyId, actor.partyId) : undefined;
  return tx
    .select({
      seq: evidence.seq,
      at: evidence.at,
      actorKind: evidence.actorKind,
      actorName: evidence.actorName,
      step: evidence.step,
      clause: evidence.clause,
      reason: evidence.reason,
      data: evidence.data,
      hash: evidence.hash,
    })
    .from(evidence)
    .where(and(eq(evidence.chain, `contract:${contractId}`), eq(evidence.contractId, contractId), own))
    .orderBy(asc(evidence.seq));
}
