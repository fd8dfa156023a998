"use server";

import { z } from "zod";

import { revokeFeed } from "#/db/writes/calendar-feeds.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** The member's calendar address stops working. */
export const revokeFeedAction = action({
  name: "revoke-calendar-feed",
  allow: "calendar.feed",
  input: z.object({ feed: z.literal("off") }),
  run: async ({ tx, actor, now, origin }) => {
    const done = await revokeFeed(tx, { actor: actor as CustomerActor, origin, now });
    return done ? ok(null) : refuse("record.not_found");
  },
});
