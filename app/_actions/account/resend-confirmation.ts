"use server";

import { keepSignUpToken } from "#/app/_auth/session-cookie.ts";
import { resendConfirmation } from "#/app/_auth/sign-up.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { signInInput } from "#/lib/auth/inputs.ts";
import { newToken } from "#/lib/auth/token.ts";
import { publicAction } from "../action.ts";

export const resendConfirmationAction = publicAction({
  name: "resend-confirmation",
  input: signInInput,
  run: async ({ input, ...asked }) => {
    const browserToken = newToken();
    const done = await resendConfirmation(visitOf(asked), input, browserToken);
    if (done.ok) await keepSignUpToken(browserToken);
    return done;
  },
});
