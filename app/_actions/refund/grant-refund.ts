"use server";

import { grantRefund } from "#/app/_refunds/flow.ts";
import { grantRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** The lawyer: it goes back, the whole or (4.4.2) the part that the money question of the contract gave. */
export const grantRefundAction = action({
  name: "grant-refund",
  allow: "refund.decide",
  input: grantRefundInput,
  run: ({ tx, actor, input, now, origin }) => grantRefund(tx, input, { actor, now, origin }),
});
