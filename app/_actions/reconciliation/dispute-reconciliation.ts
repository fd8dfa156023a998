"use server";

import { decideDispute } from "#/lib/reconciliation/decide.ts";
import { disputeInput } from "#/lib/reconciliation/inputs.ts";
import { action } from "../action.ts";
import { takeReconciliationMove } from "./take-move.ts";

/** The customer's books differ: line by line, with its own figures, and lines that the act lacks. */
export const disputeReconciliationAction = action({
  name: "dispute-reconciliation",
  allow: "reconciliation.dispute",
  input: disputeInput,
  run: (asked) => takeReconciliationMove(asked, "dispute", asked.input, (act) => decideDispute(act, asked.input)),
});
