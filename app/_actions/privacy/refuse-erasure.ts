"use server";

import { refuseErasure } from "#/app/_privacy/requests.ts";
import { refuse } from "#/lib/action-result.ts";
import { refuseErasureInput } from "#/lib/privacy/request.ts";
import { action } from "../action.ts";

/** 99-З, art. 13 p. 3: another ground for processing stands, and the person is told which. */
export const refuseErasureAction = action({
  name: "refuse-erasure",
  allow: "privacy.answer",
  input: refuseErasureInput,
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind !== "staff") return refuse("auth.forbidden");
    return refuseErasure(tx, input, { actor, now, origin });
  },
});
