"use server";

import { UNCHECKED } from "#/db/writes/edition-drafts.ts";
import { moveDraft, returnDraftInput } from "#/lib/editions/draft-moves.ts";
import { ok } from "#/lib/result.ts";
import { draftAction } from "./draft-action.ts";

/** The lawyer or the director sends a draft back to its author, with the reason. */
export const returnDraftAction = draftAction({
  move: "return",
  allow: "edition.return",
  input: returnDraftInput,
  decide: async ({ draft, input: { reason } }) => {
    const moved = moveDraft(draft, "return");
    return moved.ok ? ok({ set: { stage: moved.value, ...UNCHECKED }, reason }) : moved;
  },
});
