import "server-only";

import type { Tx } from "#/db/client.ts";
import { reconciliations } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";
import { type Origin, record } from "./evidence.ts";
import { takeNumber } from "./numbers.ts";

type New = { partyId: string; issuedOn: Day; frozen: ReconciliationFrozen };

/** An акт сверки with the next number of its year, frozen, and its line in the party's log. */
export async function insertReconciliation(
  tx: Tx,
  { partyId, issuedOn, frozen }: New,
  who: { actor: Actor; origin: Origin; now: Date },
): Promise<{ id: string; number: string }> {
  const id = crypto.randomUUID();
  const { year, sequence, number } = await takeNumber(tx, "reconciliation", issuedOn);
  const { from, to } = frozen;
  await tx.insert(reconciliations).values({
    ...{ id, partyId, year, sequence, number, from, to, issuedOn, frozen },
    ...{ issuedAt: who.now, issuedBy: actorRef(who.actor).id },
  });
  await record(tx, who.actor, who.origin, who.now, {
    chain: `party:${partyId}`,
    partyId,
    step: "draw-up-reconciliation",
    data: { reconciliationId: id, number, from, to },
  });
  return { id, number };
}
