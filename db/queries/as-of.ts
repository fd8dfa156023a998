import "server-only";

import { and, asc, desc, eq, lte, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { evidence, requisitesVersions } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Refusal } from "#/lib/action-result.ts";
import { contractAsOf, type LoggedStep } from "#/lib/contract/as-of.ts";
import type { Recorded } from "#/lib/contract/as-of-record.ts";
import type { ActChannel, Contract } from "#/lib/contract/contract.ts";
import { actChannelFor } from "#/lib/contract/steps/register-party.ts";
import { displayName } from "#/lib/requisites/requisites.ts";
import type { Result } from "#/lib/result.ts";
import { findContract } from "./contracts.ts";
import { casesOfContract } from "./force-majeure.ts";

/** The contract as its log says it stood at `at`; null for a stranger's as for a missing one, a refusal where it cannot be said. */
export async function findContractAsOf(
  tx: Tx,
  actor: Actor,
  id: string,
  at: Date,
): Promise<Result<Contract, Refusal> | null> {
  const contract = await findContract(tx, actor, id);
  if (!contract) return null;
  const others = { forceMajeure: await casesOfContract(tx, id, at), party: await partyThen(tx, contract, at) };
  return contractAsOf(contract, await stepsOf(tx, id), at, others);
}

const stepsOf = (tx: Tx, contractId: string): Promise<LoggedStep[]> =>
  tx
    .select({
      seq: evidence.seq,
      at: evidence.at,
      step: evidence.step,
      reason: evidence.reason,
      actorName: evidence.actorName,
      changes: sql<Recorded[] | null>`${evidence.data} -> 'changes'`,
    })
    .from(evidence)
    .where(and(eq(evidence.chain, `contract:${contractId}`), eq(evidence.contractId, contractId)))
    .orderBy(asc(evidence.seq));

/** Name and channel by what the party's own history held then: its requisites' version, and the channel if it was set by hand. */
async function partyThen(
  tx: Tx,
  { partyId, party }: Contract,
  at: Date,
): Promise<{ name: string; actChannel: ActChannel }> {
  const versions = await tx
    .select({ requisites: requisitesVersions.requisites })
    .from(requisitesVersions)
    .where(and(eq(requisitesVersions.partyId, partyId), lte(requisitesVersions.enteredAt, at)))
    .orderBy(asc(requisitesVersions.version));
  const [first, last] = [versions[0], versions.at(-1)];
  if (!first || !last) return party;
  const [chosen] = await tx
    .select({ channel: sql<ActChannel>`${evidence.data} ->> 'channel'` })
    .from(evidence)
    .where(and(eq(evidence.chain, `party:${partyId}`), eq(evidence.step, "change-act-channel"), lte(evidence.at, at)))
    .orderBy(desc(evidence.seq))
    .limit(1);
  return { name: displayName(last.requisites), actChannel: chosen?.channel ?? actChannelFor(first.requisites) };
}
