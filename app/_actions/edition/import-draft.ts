"use server";

import { importedFile } from "#/app/_editions/imported.ts";
import { openDraft } from "#/app/_editions/open-draft.ts";
import { refuse } from "#/lib/action-result.ts";
import { importDraftInput } from "#/lib/editions/new-draft.ts";
import { action } from "../action.ts";

/** The second half of an import, after somebody has seen what was read, cut and guessed. The file was uploaded before. */
export const importDraftAction = action({
  name: "import-draft",
  allow: "edition.draft",
  input: importDraftInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const imported = await importedFile(tx, actor, input.fileId);
    if (!imported) return refuse("record.not_found");
    const { read } = imported;
    return read.ok ? openDraft(tx, input, { actor, origin, now }, read.value.text) : refuse(read.error);
  },
});
