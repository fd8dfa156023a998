"use server";

import { measured } from "#/app/_reports/one-c.ts";
import { insertExport } from "#/db/writes/book-exports.ts";
import { refuse } from "#/lib/action-result.ts";
import { exportBooksInput } from "#/lib/ledger/inputs.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Writes an export down; its file is taken from the list, as often as wanted. */
export const exportBooksAction = action({
  name: "export-books",
  allow: "books.export",
  input: exportBooksInput,
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind !== "staff") return refuse("auth.forbidden");
    const { format, from, to } = input;
    const size = await measured(tx, { format, period: { from, to }, postedUntil: now });
    return ok({ id: await insertExport(tx, { format, from, to, ...size }, { actor, origin, now }) });
  },
});
