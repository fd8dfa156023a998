import "server-only";

import { drawUpReconciliation } from "#/app/_papers/reconciliation.ts";
import { mayMove } from "#/lib/reconciliation/decide.ts";
import { err, ok } from "#/lib/result.ts";
import type { Decide, Who } from "./take-move.ts";

/** The same days by the books of today, drawn up in the transaction of the move; the old act keeps whom it gave way to. */
export const newEdition =
  (who: Who): Decide =>
  async ({ state }, side, { id, partyId, from, to }) => {
    const may = mayMove(state, "replace", side);
    if (!may.ok) return may;
    const drawn = await drawUpReconciliation(who.tx, { partyId, from, to }, who, id);
    return drawn.ok ? ok({ replacedBy: drawn.value }) : err(drawn.error.code);
  };
