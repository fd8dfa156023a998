"use server";

import { replaceInput } from "#/lib/reconciliation/inputs.ts";
import { action } from "../action.ts";
import { newEdition } from "./new-edition.ts";
import { takeReconciliationMove } from "./take-move.ts";

/** A new edition of an act that nobody agreed on, with a number of its own. */
export const replaceReconciliationAction = action({
  name: "replace-reconciliation",
  allow: "reconciliation.settle",
  input: replaceInput,
  run: (asked) => takeReconciliationMove(asked, "replace", asked.input, newEdition(asked)),
});
