"use server";

import { draftAction } from "./draft-action.ts";
import { withdrawMove } from "./moves.ts";

/** A draft is given up before publication; it stays in the house's memory with its reason. */
export const withdrawDraftAction = draftAction(withdrawMove);
