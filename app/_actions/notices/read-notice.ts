"use server";

import { z } from "zod";

import { readNotice } from "#/db/writes/notices.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** The member has read one notice of their own. */
export const readNoticeAction = action({
  name: "read-notice",
  allow: "notices.own",
  input: z.object({ noticeId: z.uuid() }),
  run: async ({ tx, actor, input: { noticeId }, now }) =>
    (await readNotice(tx, actor as CustomerActor, noticeId, now)) ? ok({ noticeId }) : refuse("record.not_found"),
});
