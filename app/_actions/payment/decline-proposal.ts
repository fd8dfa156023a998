"use server";

import { z } from "zod";

import { declineProposal, lockPayment } from "#/db/writes/payment-decisions.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** "This payment is not for that invoice": said with a reason and remembered; only what is proposed can be declined. */
export const declineProposalAction = action({
  name: "decline-proposal",
  allow: "payment.allocate",
  input: z.object({
    paymentId: z.uuid(),
    invoiceId: z.uuid(),
    reason: z.string().trim().min(10, "decline.reason").max(1000, "field.too_long"),
  }),
  run: async ({ tx, actor, input, now, origin }) => {
    const payment = await lockPayment(tx, input.paymentId);
    if (!payment) return refuse("record.not_found");
    if (!payment.proposals.some(({ invoiceId }) => invoiceId === input.invoiceId)) return refuse("record.changed");
    const said = await declineProposal(tx, payment, input, { actor: actor as StaffActor, origin, now });
    return said ? ok({ paymentId: payment.id }) : refuse("record.changed");
  },
});
