"use server";

import { openDraft } from "#/app/_editions/open-draft.ts";
import { newDraftInput } from "#/lib/editions/new-draft.ts";
import { action } from "../action.ts";

/** The next edition of a document as a copy of its newest one, or a new document of the library. */
export const newDraftAction = action({
  name: "new-draft",
  allow: "edition.draft",
  input: newDraftInput,
  run: ({ tx, actor, input, now, origin }) => openDraft(tx, input, { actor, origin, now }),
});
