"use server";

import { enter } from "#/app/_auth/enter.ts";
import { signIn } from "#/app/_auth/sign-in.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { signInInput } from "#/lib/auth/inputs.ts";
import { publicAction } from "../action.ts";

export const signInAction = publicAction({
  name: "sign-in",
  input: signInInput,
  run: async ({ input, ...asked }) => {
    const done = await signIn(visitOf(asked), input);
    return done.ok ? enter(done.value, input.next) : done;
  },
});
