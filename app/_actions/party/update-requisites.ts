"use server";

import { givenAt } from "#/app/_time/now.ts";
import { findParty } from "#/db/queries/parties.ts";
import { updateRequisites as storeRequisites } from "#/db/writes/parties.ts";
import { refuse } from "#/lib/action-result.ts";
import { updateRequisites, updateRequisitesInput } from "#/lib/contract/steps/update-requisites.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Clause 7.1. Papers that are issued already keep the requisites of their day. */
export const updateRequisitesAction = action({
  name: "update-requisites",
  allow: "party.update-requisites",
  input: updateRequisitesInput,
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind !== "customer") return refuse("auth.forbidden");
    const party = await findParty(tx, actor, actor.partyId);
    if (!party) return refuse("record.not_found");
    if (party.version !== input.version) return refuse("record.changed");
    const decided = updateRequisites(party, input, await givenAt(tx, now));
    if (!decided.ok) return refuse("form.invalid", { [decided.error.field]: { code: decided.error.code } });
    const version = await storeRequisites(tx, party, { ...decided.value, actor, now, origin });
    return version === null ? refuse("record.changed") : ok({ version, late: decided.value.late });
  },
});
