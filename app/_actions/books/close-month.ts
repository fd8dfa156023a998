"use server";

import { refuse } from "#/lib/action-result.ts";
import { closeMonthInput } from "#/lib/ledger/inputs.ts";
import { action } from "../action.ts";
import { takeClose } from "./take-close.ts";

export const closeMonthAction = action({
  name: "close-month",
  allow: "books.close",
  input: closeMonthInput,
  run: async ({ actor, input, ...asked }) =>
    actor.kind === "staff" ? takeClose({ ...asked, ...input, actor }) : refuse("auth.forbidden"),
});
