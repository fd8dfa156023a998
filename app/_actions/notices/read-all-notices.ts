"use server";

import { z } from "zod";

import { readAllNotices } from "#/db/writes/notices.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** The member has read all that they were told for this party. */
export const readAllNoticesAction = action({
  name: "read-all-notices",
  allow: "notices.own",
  input: z.object({ all: z.literal("true") }),
  run: async ({ tx, actor, now }) => ok({ read: await readAllNotices(tx, actor as CustomerActor, now) }),
});
