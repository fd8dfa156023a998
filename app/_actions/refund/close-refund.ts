"use server";

import { closeRefund } from "#/app/_refunds/flow.ts";
import { closeRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** By hand, where the statement line did not match by itself: a person names the line. */
export const closeRefundAction = action({
  name: "close-refund",
  allow: "refund.close",
  input: closeRefundInput,
  run: ({ tx, actor, input, now, origin }) => closeRefund(tx, input, { actor, now, origin }),
});
