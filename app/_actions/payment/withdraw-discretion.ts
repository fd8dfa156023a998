"use server";

import { z } from "zod";

import { settleDiscretion } from "#/app/_payments/settle-discretion.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { action } from "../action.ts";

/** Who asked for a second person takes the request back. */
export const withdrawDiscretionAction = action({
  name: "withdraw-discretion",
  allow: "payment.allocate-at-discretion",
  input: z.object({ requestId: z.uuid() }),
  run: async ({ tx, actor, input, now, origin }) =>
    settleDiscretion({ tx, actor: actor as StaffActor, origin, given: await givenAt(tx, now) }, input.requestId, {
      state: "withdrawn",
      reason: null,
    }),
});
