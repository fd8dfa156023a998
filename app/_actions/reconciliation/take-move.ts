import "server-only";

import type { Tx } from "#/db/client.ts";
import { fileOfParty } from "#/db/queries/files.ts";
import { findReconciliation, type ReconciliationFound } from "#/db/queries/reconciliations.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { insertMove } from "#/db/writes/reconciliations.ts";
import type { PersonActor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { turnover } from "#/lib/documents/reconciliation/balance.ts";
import type { Act } from "#/lib/reconciliation/decide.ts";
import { type Move, type MoveData, type Side, stateOf } from "#/lib/reconciliation/state.ts";
import { ok, type Result } from "#/lib/result.ts";

export type Who = { tx: Tx; actor: PersonActor; now: Date; origin: Origin };
type Asked = { reconciliationId: string; seen: number; fileId?: string | undefined };
export type Decide = (
  act: Act,
  side: Side,
  found: ReconciliationFound,
) => Promise<Result<MoveData, string>> | Result<MoveData, string>;

/** A move of one акт сверки: the moves that the person saw, the decision, then row, evidence and follow-up work together. No Next in it. */
export async function takeReconciliationMove(
  { tx, actor, now, origin }: Who,
  move: Move,
  { reconciliationId, seen, fileId }: Asked,
  decide: Decide,
): Promise<ActionResult<{ reconciliationId: string }>> {
  const found = await findReconciliation(tx, actor, reconciliationId);
  if (!found) return refuse("record.not_found");
  if (found.moves.length !== seen) return refuse("record.changed");
  if (fileId && !(await fileOfParty(tx, actor, fileId, found.partyId)))
    return refuse("form.invalid", { fileId: { code: "file.not_found" } });
  const side = actor.kind === "customer" ? "customer" : "seller";
  const decided = await decide(actAsDecided(found), side, found);
  if (!decided.ok) return refuse(decided.error);
  const { partyId } = found;
  const fresh = { reconciliationId, partyId, seq: seen + 1, move, data: decided.value, ...(fileId && { fileId }) };
  return (await insertMove(tx, fresh, { actor, origin, now })) ? ok({ reconciliationId }) : refuse("record.changed");
}

/** The act as decisions see it: its state, its printed lines in their order, the dispute that was sent last. */
function actAsDecided({ frozen, moves }: ReconciliationFound): Act {
  const { operations, from, to, base = null } = frozen;
  return {
    state: stateOf(moves),
    within: turnover(operations, from, to, base).within,
    dispute: moves.findLast(({ move }) => move === "dispute")?.data.lines ?? [],
  };
}
