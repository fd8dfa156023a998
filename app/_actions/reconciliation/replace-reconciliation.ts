"use server";

import { drawUpReconciliation } from "#/app/_papers/reconciliation.ts";
import { mayMove } from "#/lib/reconciliation/decide.ts";
import { replaceInput } from "#/lib/reconciliation/inputs.ts";
import { err, ok } from "#/lib/result.ts";
import { action } from "../action.ts";
import { takeReconciliationMove } from "./take-move.ts";

/** A new edition of an act that nobody agreed on: the same days by the books of today, with a number of its own. */
export const replaceReconciliationAction = action({
  name: "replace-reconciliation",
  allow: "reconciliation.settle",
  input: replaceInput,
  run: (asked) =>
    takeReconciliationMove(asked, "replace", asked.input, async ({ state }, side, { id, partyId, from, to }) => {
      const may = mayMove(state, "replace", side);
      if (!may.ok) return may;
      const drawn = await drawUpReconciliation(asked.tx, { partyId, from, to }, asked, id);
      return drawn.ok ? ok({ replacedBy: drawn.value }) : err(drawn.error.code);
    }),
});
