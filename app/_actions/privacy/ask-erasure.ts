"use server";

import { askErasure } from "#/app/_privacy/requests.ts";
import { askErasureInput } from "#/lib/privacy/request.ts";
import { action } from "../action.ts";

/** 99-З, art. 13: a person demands to be erased; the house has fifteen days. */
export const askErasureAction = action({
  name: "ask-erasure",
  allow: "privacy.own",
  input: askErasureInput,
  tenant: () => "account",
  run: ({ tx, actor, now, origin }) => askErasure(tx, { actor, now, origin }),
});
