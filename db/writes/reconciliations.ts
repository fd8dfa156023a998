import "server-only";

import type { Tx } from "#/db/client.ts";
import { reconciliationMoves, reconciliations } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";
import type { Move, MoveData } from "#/lib/reconciliation/state.ts";
import { type Origin, record } from "./evidence.ts";
import { takeNumber } from "./numbers.ts";
import { tell } from "./outbox.ts";

type Who = { actor: Actor; origin: Origin; now: Date };
type New = { partyId: string; issuedOn: Day; frozen: ReconciliationFrozen; replacesId?: string };

/** An акт сверки with the next number of its year, frozen, and its line in the party's log; the customer is told of the house's. */
export async function insertReconciliation(
  tx: Tx,
  { partyId, issuedOn, frozen, replacesId }: New,
  who: Who,
): Promise<{ id: string; number: string }> {
  const id = crypto.randomUUID();
  const { year, sequence, number } = await takeNumber(tx, "reconciliation", issuedOn);
  const { from, to } = frozen;
  await tx.insert(reconciliations).values({
    ...{ id, partyId, year, sequence, number, from, to, issuedOn, frozen, replacesId },
    ...{ issuedAt: who.now, issuedBy: actorRef(who.actor).id },
  });
  await record(tx, who.actor, who.origin, who.now, {
    chain: `party:${partyId}`,
    partyId,
    step: "draw-up-reconciliation",
    data: { reconciliationId: id, number, from, to, ...(replacesId && { replacesId }) },
  });
  if (who.actor.kind !== "customer")
    await tell(tx, who.now, { topic: "reconciliation", payload: { reconciliationId: id, seq: 0 } });
  return { id, number };
}

type NewMove = { reconciliationId: string; partyId: string; seq: number; move: Move; data: MoveData; fileId?: string };

/**
 * One more move of an act with its line in the act's own log, and word of it to the other side. False where somebody was first. The
 * log has places of lines, sums and days; remarks are people's own words and stay in the row.
 */
export async function insertMove(tx: Tx, move: NewMove, { actor, origin, now }: Who): Promise<boolean> {
  const { reconciliationId, partyId, seq, data, fileId } = move;
  const side = actor.kind === "customer" ? "customer" : "seller";
  const inserted = await tx
    .insert(reconciliationMoves)
    .values({ id: crypto.randomUUID(), ...move, side, at: now, by: actorRef(actor).id })
    .onConflictDoNothing()
    .returning({ id: reconciliationMoves.id });
  if (inserted.length === 0) return false;
  await record(tx, actor, origin, now, {
    chain: `reconciliation:${reconciliationId}`,
    partyId,
    step: `${move.move}-reconciliation`,
    data: {
      ...{ reconciliationId, seq, side, fileId: fileId ?? null, replacedBy: data.replacedBy ?? null },
      lines: data.lines?.map(({ at, theirs }) => ({ at, theirs })) ?? [],
      answers: data.answers?.map(({ verdict }) => verdict) ?? [],
    },
  });
  await tell(tx, now, { topic: "reconciliation", payload: { reconciliationId, seq } });
  return true;
}
