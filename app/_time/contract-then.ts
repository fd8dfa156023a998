import "server-only";

import type { Tx } from "#/db/client.ts";
import { findContractAsOf } from "#/db/queries/as-of.ts";
import { evidenceOfContract } from "#/db/queries/cabinet-evidence.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { editionsOfContract } from "#/db/queries/editions-of-contract.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Refusal } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { momentAsked } from "#/lib/contract/as-of.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { givenThen } from "./now.ts";

type Evidence = Awaited<ReturnType<typeof evidenceOfContract>>;
type Library = Awaited<ReturnType<typeof editionsOfContract>>;
export type ContractThen = {
  contract: Contract;
  given: Given;
  evidence: Evidence;
  library: Library;
  /** The day asked for, or null for today's page. */
  on: Day | null;
  /** Why that day cannot be shown; the rest is today's then. */
  refusal: Refusal | null;
};

/** All that a page of a contract shows, now or at the end of the day in its address (`?on=`). Null for a stranger's. */
export async function contractThen(
  tx: Tx,
  actor: Actor,
  id: string,
  asked: string | undefined,
  given: Given,
): Promise<ContractThen | null> {
  const contract = await findContract(tx, actor, id);
  if (!contract) return null;
  const [evidence, library] = [await evidenceOfContract(tx, actor, id), await editionsOfContract(tx, id)];
  const now = { contract, given, evidence, library, on: null };
  if (asked === undefined) return { ...now, refusal: null };

  const moment = momentAsked(asked, given.now);
  if (!moment.ok) return { ...now, refusal: moment.error };
  const { on, at } = moment.value;
  const then = await findContractAsOf(tx, actor, id, at);
  if (!then?.ok) return { ...now, refusal: then?.error ?? { code: "record.not_found" } };
  return {
    contract: then.value,
    given: await givenThen(tx, at),
    evidence: evidence.filter((entry) => entry.at <= at),
    library: {
      editions: library.editions.filter(({ publishedOn }) => publishedOn <= on),
      refusals: library.refusals.filter((refused) => refused.on <= on),
    },
    on,
    refusal: null,
  };
}
