"use server";

import { askReset } from "#/app/_auth/reset-password.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { emailInput } from "#/lib/auth/inputs.ts";
import { publicAction } from "../action.ts";

export const askResetAction = publicAction({
  name: "ask-reset",
  input: emailInput,
  run: ({ input, ...asked }) => askReset(visitOf(asked), input),
});
