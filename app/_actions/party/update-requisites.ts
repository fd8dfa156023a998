"use server";

import { givenAt } from "#/app/_time/now.ts";
import { findParty } from "#/db/queries/parties.ts";
import { updateRequisites as storeRequisites } from "#/db/writes/parties.ts";
import { refuse } from "#/lib/action-result.ts";
import { updateRequisites, updateRequisitesInput } from "#/lib/contract/steps/update-requisites.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";
import { partyByHand } from "../party-by-hand.ts";

/** Clause 7.1, by the customer or on its word. Papers that are issued already keep the requisites of their day. */
export const updateRequisitesAction = action({
  name: "update-requisites",
  allow: "party.update-requisites",
  input: updateRequisitesInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const { onBehalf } = input;
    const whose = await partyByHand(tx, actor, { event: "update-requisites", partyId: input.partyId, onBehalf });
    if (!whose.ok) return whose;
    const party = await findParty(tx, actor, whose.value);
    if (!party) return refuse("record.not_found");
    if (party.version !== input.version) return refuse("record.changed");
    const decided = updateRequisites(party, input, await givenAt(tx, now));
    if (!decided.ok) return refuse("form.invalid", { [decided.error.field]: { code: decided.error.code } });
    const version = await storeRequisites(tx, party, { ...decided.value, onBehalf, actor, now, origin });
    return version === null ? refuse("record.changed") : ok({ version, late: decided.value.late });
  },
});
