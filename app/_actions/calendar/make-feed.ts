"use server";

import { z } from "zod";

import { feedHash, feedToken } from "#/app/_calendar/feed-token.ts";
import { makeFeed } from "#/db/writes/calendar-feeds.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** A secret calendar address of the member for this party; an earlier one stops working. The answer does not carry it. */
export const makeFeedAction = action({
  name: "make-calendar-feed",
  allow: "calendar.feed",
  input: z.object({ feed: z.literal("new") }),
  run: async ({ tx, actor, now, origin }) => {
    const id = crypto.randomUUID();
    await makeFeed(tx, { id, tokenHash: feedHash(feedToken(id)) }, { actor: actor as CustomerActor, origin, now });
    return ok(null);
  },
});
