"use server";

import { draftAction } from "./draft-action.ts";
import { checkMove } from "./moves.ts";

/** The lawyer passes a draft; the linter is run again on the server. */
export const checkDraftAction = draftAction(checkMove);
