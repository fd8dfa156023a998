"use server";

import { draftAction } from "./draft-action.ts";
import { submitMove } from "./moves.ts";

/** The author is done: the lawyer's turn. */
export const submitDraftAction = draftAction(submitMove);
