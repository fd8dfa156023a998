"use server";

import { givenAt } from "#/app/_time/now.ts";
import { refuse } from "#/lib/action-result.ts";
import { refuseEditionForContractsInput } from "#/lib/contract/steps/refuse-edition.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";
import { refuseEditionStep } from "./specs.ts";
import { takeStep } from "./take-step.ts";

/** Clause 6.2 for several contracts in one go: a step of each, with its own evidence; one that is refused undoes them all. */
export const refuseEditionForContractsAction = action({
  name: "refuse-edition-for-contracts",
  allow: "contract.refuse-edition-for-contracts",
  input: refuseEditionForContractsInput,
  run: async ({ tx, actor, input: { editionId, reason, contracts }, now, origin }) => {
    if (actor.kind !== "customer") return refuse("auth.forbidden");
    const given = await givenAt(tx, now);
    for (const { contractId, version } of contracts) {
      const asked = { contractId, version, editionId, reason, receivedOn: "" };
      const done = await takeStep({ tx, actor, origin, given }, refuseEditionStep, asked);
      if (!done.ok) return done;
    }
    return ok({ editionId, contracts: contracts.length });
  },
});
