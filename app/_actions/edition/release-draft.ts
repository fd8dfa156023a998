"use server";

import { draftAction } from "./draft-action.ts";
import { releaseMove } from "./moves.ts";

/** Clause 6.2: the director's word, the second pair of eyes. Published at once when its day is today. */
export const releaseDraftAction = draftAction(releaseMove);
