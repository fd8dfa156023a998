"use server";

import { z } from "zod";

import { changeActChannel } from "#/db/writes/act-channel.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** An ИП is in neither 3.6 nor 3.7: the accountant says how its acts travel, with the reason. */
export const changeActChannelAction = action({
  name: "change-act-channel",
  allow: "contract.send-act",
  input: z.object({
    partyId: z.uuid(),
    version: z.coerce.number().int().positive(),
    channel: z.enum(["edi", "post"]),
    reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
  }),
  run: async ({ tx, actor, input, now, origin }) =>
    (await changeActChannel(tx, input, { actor: actor as StaffActor, origin, now }))
      ? ok({ partyId: input.partyId })
      : refuse("record.changed"),
});
