"use server";

import { resetPassword } from "#/app/_auth/reset-password.ts";
import { dropSessionToken } from "#/app/_auth/session-cookie.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { newPasswordInput } from "#/lib/auth/inputs.ts";
import { publicAction } from "../action.ts";

export const resetPasswordAction = publicAction({
  name: "reset-password",
  input: newPasswordInput,
  run: async ({ input, ...asked }) => {
    const done = await resetPassword(visitOf(asked), input);
    if (!done.ok) return done;
    await dropSessionToken();
    return { ok: true, value: { href: "/sign-in?note=reset" } };
  },
});
