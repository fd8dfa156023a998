"use server";

import { decideConfirm } from "#/lib/reconciliation/decide.ts";
import { confirmInput } from "#/lib/reconciliation/inputs.ts";
import { action } from "../action.ts";
import { takeReconciliationMove } from "./take-move.ts";

/** Both sides agree: the customer presses the button, or the house holds the customer's signed copy. */
export const confirmReconciliationAction = action({
  name: "confirm-reconciliation",
  allow: "reconciliation.answer",
  input: confirmInput,
  run: (asked) =>
    takeReconciliationMove(asked, "confirm", asked.input, (act, side) => decideConfirm(act, side, asked.input.fileId)),
});
