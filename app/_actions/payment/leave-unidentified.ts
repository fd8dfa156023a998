"use server";

import { z } from "zod";

import { leaveUnidentified } from "#/db/writes/payments.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Clause 3.4: none of the proposals is right; the payment waits for the payer's word. */
export const leaveUnidentifiedAction = action({
  name: "leave-unidentified",
  allow: "payment.allocate",
  input: z.object({ paymentId: z.uuid() }),
  run: async ({ tx, actor, input, now, origin }) =>
    (await leaveUnidentified(tx, input.paymentId, { actor, origin, now }))
      ? ok({ paymentId: input.paymentId })
      : refuse("record.changed"),
});
