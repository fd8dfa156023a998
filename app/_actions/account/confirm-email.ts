"use server";

import { confirmEmail } from "#/app/_auth/confirm-email.ts";
import { enter } from "#/app/_auth/enter.ts";
import { takeSignUpToken } from "#/app/_auth/session-cookie.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { tokenInput } from "#/lib/auth/inputs.ts";
import { withNext } from "#/lib/auth/next-path.ts";
import { publicAction } from "../action.ts";

export const confirmEmailAction = publicAction({
  name: "confirm-email",
  input: tokenInput,
  run: async ({ input, ...asked }) => {
    const done = await confirmEmail(visitOf(asked), input.token, await takeSignUpToken());
    if (!done.ok) return done;
    const { signedIn, next } = done.value;
    if (signedIn) return enter(signedIn, next);
    return { ok: true, value: { href: withNext("/sign-in", next, { note: "confirmed" }) } };
  },
});
