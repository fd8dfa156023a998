"use server";

import { draftInput, moveDraft } from "#/lib/editions/draft-moves.ts";
import { ok } from "#/lib/result.ts";
import { draftAction } from "./draft-action.ts";

/** The author is done: the lawyer's turn. */
export const submitDraftAction = draftAction({
  move: "submit",
  allow: "edition.draft",
  input: draftInput,
  decide: async ({ draft }) => {
    const moved = moveDraft(draft, "submit");
    return moved.ok ? ok({ set: { stage: moved.value } }) : moved;
  },
});
