"use server";

import { givenAt } from "#/app/_time/now.ts";
import { ownCase } from "#/db/queries/force-majeure.ts";
import { insertEnd } from "#/db/writes/force-majeure.ts";
import { refuse } from "#/lib/action-result.ts";
import { endCase, endForceMajeureInput } from "#/lib/contract/steps/force-majeure.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";
import { partyByHand } from "../party-by-hand.ts";

/** Clause 5.3: the side that declared a circumstance says that it is over, the customer's by itself or on its word. */
export const endForceMajeureAction = action({
  name: "end-force-majeure",
  allow: "force-majeure.declare",
  input: endForceMajeureInput,
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind !== "customer" && actor.kind !== "staff") return refuse("auth.forbidden");
    const { onBehalf } = input;
    const one = await ownCase(tx, actor, input.caseId, onBehalf !== undefined);
    if (!one) return refuse("record.not_found");
    if (one.partyId && actor.kind === "staff") {
      const whose = await partyByHand(tx, actor, { event: "force-majeure-declared", partyId: one.partyId, onBehalf });
      if (!whose.ok) return whose;
    }
    const ended = endCase(one, input, await givenAt(tx, now));
    if (!ended.ok) return refuse(ended.error);
    const stored = await insertEnd(
      tx,
      one,
      { endedOn: ended.value, reason: input.reason },
      { actor, origin, now, onBehalf },
    );
    return stored ? ok({ caseId: one.id }) : refuse("record.changed");
  },
});
