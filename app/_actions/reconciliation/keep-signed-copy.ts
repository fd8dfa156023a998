"use server";

import { mayMove } from "#/lib/reconciliation/decide.ts";
import { keepCopyInput } from "#/lib/reconciliation/inputs.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";
import { takeReconciliationMove } from "./take-move.ts";

/** A signed copy of an agreed act, kept by either side. */
export const keepSignedCopyAction = action({
  name: "keep-signed-copy",
  allow: "reconciliation.answer",
  input: keepCopyInput,
  run: (asked) =>
    takeReconciliationMove(asked, "keep-copy", asked.input, ({ state }, side) => {
      const may = mayMove(state, "keep-copy", side);
      return may.ok ? ok({}) : may;
    }),
});
