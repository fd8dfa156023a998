"use server";

import { z } from "zod";

import { settleDiscretion } from "#/app/_payments/settle-discretion.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { action } from "../action.ts";

/** Clause 3.4: a second person says no and why; the money stays where it is. */
export const rejectDiscretionAction = action({
  name: "reject-discretion",
  allow: "payment.second-person",
  input: z.object({
    requestId: z.uuid(),
    reason: z.string().trim().min(10, "discretion.why_not").max(1000, "field.too_long"),
  }),
  run: async ({ tx, actor, input, now, origin }) =>
    settleDiscretion({ tx, actor: actor as StaffActor, origin, given: await givenAt(tx, now) }, input.requestId, {
      state: "rejected",
      reason: input.reason,
    }),
});
