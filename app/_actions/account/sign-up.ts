"use server";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { keepSignUpToken } from "#/app/_auth/session-cookie.ts";
import { signUp } from "#/app/_auth/sign-up.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { signUpInput } from "#/lib/auth/inputs.ts";
import { newToken } from "#/lib/auth/token.ts";
import { publicAction } from "../action.ts";

export const signUpAction = publicAction({
  name: "sign-up",
  input: signUpInput,
  run: async ({ input, ...asked }) => {
    const browserToken = newToken();
    const done = await signUp(visitOf(asked), { ...input, locale: await requestLocale() }, browserToken);
    if (done.ok) await keepSignUpToken(browserToken);
    return done;
  },
});
