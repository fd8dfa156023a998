"use server";

import { draftAction } from "./draft-action.ts";
import { returnMove } from "./moves.ts";

/** The lawyer or the director sends a draft back to its author, with the reason. */
export const returnDraftAction = draftAction(returnMove);
