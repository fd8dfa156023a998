"use server";

import { drawUpReconciliation } from "#/app/_papers/reconciliation.ts";
import { reconciliationInput } from "#/lib/documents/reconciliation/request.ts";
import { action } from "../action.ts";

/** An акт сверки on request, by either side: frozen and numbered, drawn when somebody opens it. */
export const drawUpReconciliationAction = action({
  name: "draw-up-reconciliation",
  allow: "reconciliation.draw-up",
  input: reconciliationInput,
  run: ({ tx, actor, input, now, origin }) => drawUpReconciliation(tx, input, { actor, now, origin }),
});
