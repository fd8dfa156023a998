"use server";

import { z } from "zod";

import { proposeAgain } from "#/app/_payments/propose-again.ts";
import { action } from "../action.ts";

/** Looks again for the invoices that an undecided payment may mean; declined ones stay out, nothing is set by itself. */
export const proposeAgainAction = action({
  name: "propose-again",
  allow: "payment.allocate",
  input: z.object({ paymentId: z.uuid() }),
  run: async ({ tx, input }) => proposeAgain(tx, input.paymentId),
});
