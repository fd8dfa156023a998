import "server-only";

import { and, asc, eq, isNull, lte, or } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { outbox } from "#/db/schema/index.ts";

export type OutboxRow = Pick<typeof outbox.$inferSelect, "id" | "topic" | "payload" | "attempts">;

/**
 * The oldest piece of follow-up work that is due and that no other worker holds; the row stays locked until the transaction ends,
 * and a killed worker's row is free at once. New work is due whatever its clock said: the demonstration's clock may be moved
 * back, and only the pause after a failure is measured, in real time.
 */
export async function nextMessage(tx: Tx, real: Date): Promise<OutboxRow | null> {
  const [row] = await tx
    .select({ id: outbox.id, topic: outbox.topic, payload: outbox.payload, attempts: outbox.attempts })
    .from(outbox)
    .where(
      and(isNull(outbox.doneAt), isNull(outbox.deadAt), or(eq(outbox.attempts, 0), lte(outbox.nextAttemptAt, real))),
    )
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ?? null;
}
