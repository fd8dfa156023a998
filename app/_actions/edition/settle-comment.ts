"use server";

import { z } from "zod";

import { settleComment } from "#/db/writes/edition-drafts.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** What a comment asked for is done. */
export const settleCommentAction = action({
  name: "settle-comment",
  allow: "edition.comment",
  input: z.object({ commentId: z.uuid() }),
  run: async ({ tx, actor, input: { commentId }, now }) =>
    (await settleComment(tx, commentId, { actor, now })) ? ok({ commentId }) : refuse("record.not_found"),
});
