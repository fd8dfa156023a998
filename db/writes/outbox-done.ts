import "server-only";

import { eq } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { outbox } from "#/db/schema/index.ts";

export async function markDone(tx: Tx, id: string, real: Date): Promise<void> {
  await tx.update(outbox).set({ doneAt: real, lastError: null }).where(eq(outbox.id, id));
}

/** Counts a failed attempt; `again` is when to try next, null when it was the last time. `code` holds no personal data. */
export async function markFailed(
  tx: Tx,
  message: { id: string; attempts: number },
  { code, again, real }: { code: string; again: Date | null; real: Date },
): Promise<void> {
  await tx
    .update(outbox)
    .set({
      attempts: message.attempts + 1,
      lastError: code,
      ...(again ? { nextAttemptAt: again } : { deadAt: real }),
    })
    .where(eq(outbox.id, message.id));
}
