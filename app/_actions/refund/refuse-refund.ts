"use server";

import { refuseRefund } from "#/app/_refunds/flow.ts";
import { refuseRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** The lawyer: it does not go back, and the customer reads why. */
export const refuseRefundAction = action({
  name: "refuse-refund",
  allow: "refund.decide",
  input: refuseRefundInput,
  run: ({ tx, actor, input, now, origin }) => refuseRefund(tx, input, { actor, now, origin }),
});
