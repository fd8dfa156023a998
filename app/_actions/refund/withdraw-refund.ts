"use server";

import { withdrawRefund } from "#/app/_refunds/flow.ts";
import { withdrawRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** A refund that no contract step asked for is taken back before it is approved. */
export const withdrawRefundAction = action({
  name: "withdraw-refund",
  allow: "payment.return",
  input: withdrawRefundInput,
  run: ({ tx, actor, input, now, origin }) => withdrawRefund(tx, input, { actor, now, origin }),
});
