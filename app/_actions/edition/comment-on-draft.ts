"use server";

import { z } from "zod";

import { findDraft } from "#/db/queries/edition-drafts.ts";
import { insertComment } from "#/db/writes/edition-drafts.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

const input = z.object({
  draftId: z.uuid(),
  clause: z.string().trim().max(60).default(""),
  text: z.string().trim().min(2, "field.required").max(2000, "field.too_long"),
});

/** A word about a clause of a draft, or about all of it. */
export const commentOnDraftAction = action({
  name: "comment-on-draft",
  allow: "edition.comment",
  input,
  run: async ({ tx, actor, input: { draftId, clause, text }, now }) => {
    const draft = await findDraft(tx, actor, draftId);
    if (!draft) return refuse("record.not_found");
    await insertComment(tx, { draftId, clause: clause || null, text }, { actor, now });
    return ok({ draftId });
  },
});
