"use server";

import { sendBackRefund } from "#/app/_refunds/flow.ts";
import { sendBackRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** The second person, or the bank, does not take the order: it is prepared anew. */
export const sendBackRefundAction = action({
  name: "send-back-refund",
  allow: "refund.approve",
  input: sendBackRefundInput,
  run: ({ tx, actor, input, now, origin }) => sendBackRefund(tx, input, { actor, now, origin }),
});
