"use server";

import { z } from "zod";

import { settleDiscretion } from "#/app/_payments/settle-discretion.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { action } from "../action.ts";

/** Clause 3.4: a second person agrees, and the money is set. Nobody confirms what they asked for themselves. */
export const confirmDiscretionAction = action({
  name: "confirm-discretion",
  allow: "payment.second-person",
  input: z.object({ requestId: z.uuid() }),
  run: async ({ tx, actor, input, now, origin }) =>
    settleDiscretion({ tx, actor: actor as StaffActor, origin, given: await givenAt(tx, now) }, input.requestId, {
      state: "confirmed",
      reason: null,
    }),
});
