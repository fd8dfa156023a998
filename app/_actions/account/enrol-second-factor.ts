"use server";

import { wrongPassword } from "#/app/_auth/change-password.ts";
import { homeOf } from "#/app/_auth/page-actor.ts";
import { enrol } from "#/app/_auth/second-factor.ts";
import { keepSessionToken } from "#/app/_auth/session-cookie.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { database } from "#/db/client.ts";
import { enrolInput } from "#/lib/auth/inputs.ts";
import { action } from "../action.ts";

/** Staff right after the password; others in their account, with the password once more. */
export const enrolSecondFactorAction = action({
  name: "enrol-second-factor",
  allow: "account.second-factor",
  input: enrolInput,
  tenant: () => "account",
  run: async ({ tx, actor, input, now, origin }) => {
    const visit = visitOf({ db: database(), now, origin });
    const pending = actor.kind === "staff-pending";
    const wrong = pending ? null : await wrongPassword(visit, actor.userId, input.password ?? "", "password");
    if (wrong) return wrong;
    const done = await enrol(tx, visit, { id: actor.sessionId, userId: actor.userId }, input.code);
    if (!done.ok) return done;
    await keepSessionToken(done.value.token);
    const staff = pending || actor.kind === "staff";
    return { ok: true, value: { href: input.next ?? (pending ? homeOf(true) : `${homeOf(staff)}/account`) } };
  },
});
