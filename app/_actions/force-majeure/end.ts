"use server";

import { givenAt } from "#/app/_time/now.ts";
import { ownCase } from "#/db/queries/force-majeure.ts";
import { insertEnd } from "#/db/writes/force-majeure.ts";
import { refuse } from "#/lib/action-result.ts";
import { endCase, endForceMajeureInput } from "#/lib/contract/steps/force-majeure.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Clause 5.3: the side that declared a circumstance says that it is over. */
export const endForceMajeureAction = action({
  name: "end-force-majeure",
  allow: "force-majeure.declare",
  input: endForceMajeureInput,
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind !== "customer" && actor.kind !== "staff") return refuse("auth.forbidden");
    const one = await ownCase(tx, actor, input.caseId);
    if (!one) return refuse("record.not_found");
    const ended = endCase(one, input, await givenAt(tx, now));
    if (!ended.ok) return refuse(ended.error);
    const stored = await insertEnd(tx, one, { endedOn: ended.value, reason: input.reason }, { actor, origin, now });
    return stored ? ok({ caseId: one.id }) : refuse("record.changed");
  },
});
