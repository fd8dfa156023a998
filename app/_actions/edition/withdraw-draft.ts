"use server";

import { UNCHECKED } from "#/db/writes/edition-drafts.ts";
import { moveDraft, withdrawDraftInput } from "#/lib/editions/draft-moves.ts";
import { ok } from "#/lib/result.ts";
import { draftAction } from "./draft-action.ts";

/** A draft is given up before publication; it stays in the house's memory with its reason. */
export const withdrawDraftAction = draftAction({
  move: "withdraw",
  allow: "edition.return",
  input: withdrawDraftInput,
  decide: async ({ draft, input: { reason } }) => {
    const moved = moveDraft(draft, "withdraw");
    return moved.ok ? ok({ set: { stage: moved.value, ...UNCHECKED, withdrawnReason: reason }, reason }) : moved;
  },
});
