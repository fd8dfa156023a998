import "server-only";

import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { evidence } from "#/db/schema/index.ts";
import type { ContractEvent, ContractNote } from "#/lib/contract/contract.ts";

const CASE = "force-majeure:";
const NOTED = [
  ...["correct-activation", "return-payment", "keep-payment"],
  ...["ask-refund", "grant-refund", "refuse-refund", "withdraw-refund", "close-refund"],
];

/** Entries about contracts that their records do not keep: what staff did on a customer's word, corrections, money to return. */
export async function notesOfContracts(tx: Tx, contractIds: readonly string[]): Promise<Map<string, ContractNote[]>> {
  const rows = await tx
    .select({
      ...{ contractId: evidence.contractId, seq: evidence.seq, chain: evidence.chain, step: evidence.step },
      ...{ at: evidence.at, by: evidence.actorName, reason: evidence.reason, data: evidence.data },
    })
    .from(evidence)
    .where(
      and(
        inArray(evidence.contractId, [...contractIds]),
        or(isNotNull(evidence.onBehalfOf), inArray(evidence.step, NOTED)),
      ),
    )
    // In one moment the contract's own step stands before what follows from it in a chain of its own.
    .orderBy(asc(evidence.at), asc(evidence.chain), asc(evidence.seq));
  const notes = new Map<string, ContractNote[]>(contractIds.map((id) => [id, []]));
  for (const { contractId, chain, ...note } of rows)
    notes.get(contractId!)?.push({ ...note, caseId: chain.startsWith(CASE) ? chain.slice(CASE.length) : null });
  return notes;
}

/** One entry of a party's own chain, for the jobs that follow from it. */
export async function partyEntry(tx: Tx, partyId: string, seq: number) {
  const [row] = await tx
    .select({ step: evidence.step, data: evidence.data, actorName: evidence.actorName })
    .from(evidence)
    .where(and(eq(evidence.chain, `party:${partyId}`), eq(evidence.seq, seq)));
  return row ?? null;
}

/** One taken step of a contract as it was recorded, for the jobs that follow from it. */
export async function contractStepTaken(tx: Tx, contractId: string, seq: number) {
  const [row] = await tx
    .select({
      step: evidence.step,
      data: evidence.data,
      reason: evidence.reason,
      actorKind: evidence.actorKind,
      actorName: evidence.actorName,
    })
    .from(evidence)
    .where(and(eq(evidence.chain, `contract:${contractId}`), eq(evidence.seq, seq)));
  return row ? { ...row, step: row.step as ContractEvent["step"] } : null;
}
