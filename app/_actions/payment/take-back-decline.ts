"use server";

import { z } from "zod";

import { proposeAgain } from "#/app/_payments/propose-again.ts";
import { findDecline } from "#/db/queries/payment-decisions.ts";
import { lockPayment, takeBackDecline } from "#/db/writes/payment-decisions.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** The word against a proposal is taken back; what the payment may mean is looked for anew, where it is still undecided. */
export const takeBackDeclineAction = action({
  name: "take-back-decline",
  allow: "payment.allocate",
  input: z.object({ declineId: z.uuid() }),
  run: async ({ tx, actor, input, now, origin }) => {
    const decline = await findDecline(tx, input.declineId);
    const payment = decline && (await lockPayment(tx, decline.paymentId));
    if (!payment) return refuse("record.not_found");
    if (!(await takeBackDecline(tx, input.declineId, { actor: actor as StaffActor, origin, now })))
      return refuse("record.changed");
    if (payment.allocated === 0n && payment.state !== "to-return") await proposeAgain(tx, payment.id);
    return ok({ paymentId: payment.id });
  },
});
