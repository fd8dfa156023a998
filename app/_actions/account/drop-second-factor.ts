"use server";

import { wrongPassword } from "#/app/_auth/change-password.ts";
import { dropSecondFactor } from "#/app/_auth/second-factor.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { database } from "#/db/client.ts";
import { refuse } from "#/lib/action-result.ts";
import { passwordOnlyInput } from "#/lib/auth/inputs.ts";
import { action } from "../action.ts";

/** Staff are signed out by it everywhere and set up a new one; before their second factor nobody may drop it. */
export const dropSecondFactorAction = action({
  name: "drop-second-factor",
  allow: "account.second-factor",
  input: passwordOnlyInput,
  tenant: () => "account",
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind === "staff-pending") return refuse("auth.second_factor");
    const visit = visitOf({ db: database(), now, origin });
    const wrong = await wrongPassword(visit, actor.userId, input.password, "password");
    return wrong ?? dropSecondFactor(tx, visit, { id: actor.sessionId, userId: actor.userId });
  },
});
