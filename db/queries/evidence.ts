import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { evidence } from "#/db/schema/index.ts";
import type { ContractEvent } from "#/lib/contract/contract.ts";

/** One taken step of a contract as it was recorded, for the jobs that follow from it. */
export async function contractStepTaken(tx: Tx, contractId: string, seq: number) {
  const [row] = await tx
    .select({ step: evidence.step, data: evidence.data, reason: evidence.reason, actorKind: evidence.actorKind, actorName: evidence.actorName })
    .from(evidence)
    .where(and(eq(evidence.chain, `contract:${contractId}`), eq(evidence.seq, seq)));
  return row ? { ...row, step: row.step as ContractEvent["step"] } : null;
}
