"use server";

import { prepareRefund } from "#/app/_refunds/flow.ts";
import { prepareRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** The accountant: the payment order with the requisites of whom it goes to, frozen under the refund number. */
export const prepareRefundAction = action({
  name: "prepare-refund",
  allow: "refund.prepare",
  input: prepareRefundInput,
  run: ({ tx, actor, input, now, origin }) => prepareRefund(tx, input, { actor, now, origin }),
});
