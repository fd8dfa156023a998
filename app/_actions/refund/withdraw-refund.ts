"use server";

import { withdrawRefund } from "#/app/_refunds/flow.ts";
import { withdrawRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** An open refund is taken back before it is approved; one that a contract step asked for may also go by that contract's own step. */
export const withdrawRefundAction = action({
  name: "withdraw-refund",
  allow: "payment.return",
  input: withdrawRefundInput,
  run: ({ tx, actor, input, now, origin }) => withdrawRefund(tx, input, { actor, now, origin }),
});
