"use server";

import { currentSession } from "#/app/_auth/current-session.ts";
import { homeOf } from "#/app/_auth/page-actor.ts";
import { giveSecondFactor } from "#/app/_auth/second-factor.ts";
import { keepSessionToken } from "#/app/_auth/session-cookie.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { refuse } from "#/lib/action-result.ts";
import { codeInput } from "#/lib/auth/inputs.ts";
import { publicAction } from "../action.ts";

/** The second half of signing in. Its session counts for nothing else yet, so it is looked up here. */
export const giveSecondFactorAction = publicAction({
  name: "give-second-factor",
  input: codeInput,
  run: async ({ input, ...asked }) => {
    const session = await currentSession();
    if (!session?.pending) return refuse("auth.sign_in_again");
    const done = await giveSecondFactor(visitOf(asked), session, input.code);
    if (!done.ok) return done;
    await keepSessionToken(done.value.token);
    return { ok: true, value: { href: input.next ?? homeOf(session.staffRole !== null) } };
  },
});
