import "server-only";

import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { payments } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type Origin, record } from "./evidence.ts";

/**
 * A person looked and knows no invoice for it: the payment waits among the unidentified, its proposals kept for whoever
 * looks next. False where it was decided meanwhile.
 */
export async function leaveUnidentified(
  tx: Tx,
  paymentId: string,
  who: { actor: Actor; origin: Origin; now: Date },
): Promise<boolean> {
  const left = await tx
    .update(payments)
    .set({ state: "unidentified" })
    .where(and(eq(payments.id, paymentId), inArray(payments.state, ["proposed", "unidentified"])))
    .returning({ id: payments.id });
  if (left.length === 0) return false;
  await record(tx, who.actor, who.origin, who.now, {
    chain: `payment:${paymentId}`,
    step: "leave-unidentified",
    clause: "3.4",
    data: { paymentId },
  });
  return true;
}
