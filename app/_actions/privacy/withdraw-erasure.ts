"use server";

import { withdrawErasure } from "#/app/_privacy/requests.ts";
import { withdrawErasureInput } from "#/lib/privacy/request.ts";
import { action } from "../action.ts";

export const withdrawErasureAction = action({
  name: "withdraw-erasure",
  allow: "privacy.own",
  input: withdrawErasureInput,
  tenant: () => "account",
  run: ({ tx, actor, input, now, origin }) => withdrawErasure(tx, input.requestId, { actor, now, origin }),
});
