"use server";

import { decideAnswer } from "#/lib/reconciliation/decide.ts";
import { answerInput } from "#/lib/reconciliation/inputs.ts";
import { action } from "../action.ts";
import { takeReconciliationMove } from "./take-move.ts";

/** The seller's word on each disputed line. */
export const answerReconciliationAction = action({
  name: "answer-reconciliation",
  allow: "reconciliation.settle",
  input: answerInput,
  run: (asked) => takeReconciliationMove(asked, "answer", asked.input, (act) => decideAnswer(act, asked.input)),
});
