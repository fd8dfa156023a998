"use server";

import { draftAction } from "./draft-action.ts";
import { editMove } from "./moves.ts";

/** Changes one part of a draft; the lawyer's word of it is gone. */
export const editDraftAction = draftAction(editMove);
