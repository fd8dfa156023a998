"use server";

import { approveRefund } from "#/app/_refunds/flow.ts";
import { approveRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** The second person, who had no hand in it before. */
export const approveRefundAction = action({
  name: "approve-refund",
  allow: "refund.approve",
  input: approveRefundInput,
  run: ({ tx, actor, input, now, origin }) => approveRefund(tx, input, { actor, now, origin }),
});
