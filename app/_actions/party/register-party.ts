"use server";

import { chooseParty, insertParty } from "#/db/writes/parties.ts";
import { registerPartyInput } from "#/lib/contract/steps/register-party.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Clauses 1.2, 7.1. The party's id is chosen here, so that its founder's transaction runs as that party. */
export const registerPartyAction = action({
  name: "register-party",
  allow: "party.register",
  input: registerPartyInput.transform((input) => ({ ...input, partyId: crypto.randomUUID() })),
  tenant: (actor, { partyId }) => ({ kind: "customer", partyId, userId: actor.userId }),
  run: async ({ tx, actor, input, now, origin }) => {
    await insertParty(tx, { id: input.partyId, requisites: input.requisites, founder: actor, now, origin });
    await chooseParty(tx, actor.sessionId, input.partyId);
    return ok({ partyId: input.partyId });
  },
});
