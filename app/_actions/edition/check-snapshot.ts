"use server";

import { checkSnapshot } from "#/app/_editions/check-snapshot.ts";
import { importedFile } from "#/app/_editions/imported.ts";
import { refuse } from "#/lib/action-result.ts";
import { checkSnapshotInput } from "#/lib/editions/new-draft.ts";
import { action } from "../action.ts";

/** 1.9, 2.2: what an outside page says today, against what is pinned; a change goes before the lawyer. */
export const checkSnapshotAction = action({
  name: "check-snapshot",
  allow: "edition.draft",
  input: checkSnapshotInput,
  run: async ({ tx, actor, input: { fileId, slug, language }, now, origin }) => {
    const imported = await importedFile(tx, actor, fileId);
    if (!imported) return refuse("record.not_found");
    const { read } = imported;
    if (!read.ok) return refuse(read.error);
    return checkSnapshot(tx, { slug, language, clauses: read.value.text.clauses, fileId }, { actor, origin, now });
  },
});
