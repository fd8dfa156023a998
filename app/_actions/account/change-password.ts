"use server";

import { changePassword } from "#/app/_auth/change-password.ts";
import { keepSessionToken } from "#/app/_auth/session-cookie.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { database } from "#/db/client.ts";
import { refuse } from "#/lib/action-result.ts";
import { changePasswordInput } from "#/lib/auth/inputs.ts";
import { action } from "../action.ts";

export const changePasswordAction = action({
  name: "change-password",
  allow: "account.manage",
  input: changePasswordInput,
  tenant: () => "account",
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind === "staff-pending") return refuse("auth.second_factor");
    const visit = visitOf({ db: database(), now, origin });
    const done = await changePassword(tx, visit, { id: actor.sessionId, userId: actor.userId }, input);
    if (!done.ok) return done;
    await keepSessionToken(done.value.token);
    return { ok: true, value: null };
  },
});
