"use server";

import { askRefund } from "#/app/_refunds/flow.ts";
import { askRefundInput } from "#/lib/refund/inputs.ts";
import { action } from "../action.ts";

/** 3.4, 4.4.2: «верните мои деньги», by the customer in its cabinet or by the accountant who sees that they are not ours. */
export const askRefundAction = action({
  name: "ask-refund",
  allow: "refund.request",
  input: askRefundInput,
  run: ({ tx, actor, input, now, origin }) => {
    const { money, ...asked } = input;
    return askRefund(tx, { ...money, ...asked }, { actor, now, origin });
  },
});
