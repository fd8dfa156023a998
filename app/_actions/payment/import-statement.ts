"use server";

import { z } from "zod";

import { importStatement } from "#/app/_payments/import-statement.ts";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { refuse } from "#/lib/action-result.ts";
import { action } from "../action.ts";

/** Clause 3.4: the second half of an import, after the accountant has seen the checks. The file was uploaded before. */
export const importStatementAction = action({
  name: "import-statement",
  allow: "statement.import",
  input: z.object({ fileId: z.uuid() }),
  run: async ({ tx, actor, input, now, origin }) => {
    const file = await findFile(tx, actor, input.fileId);
    if (file?.kind !== "statement") return refuse("record.not_found");
    return importStatement(
      tx,
      { id: file.id, sha256: file.sha256, bytes: await fileBytes(tx, file.id) },
      { actor, origin, now },
    );
  },
});
