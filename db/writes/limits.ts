import "server-only";

import { eq, lte, sql } from "drizzle-orm";

import type { Db, Tx } from "#/db/client.ts";
import { rateLimits } from "#/db/schema/index.ts";

export type Counted = { count: number; resetsAt: Date };

/**
 * Counts one more under `key` and says how many there are in its window now. Counted before the attempt, in a statement of
 * its own, so fifty at once cannot all be the fifth. Real time: moving a demonstration's clock forgives nobody.
 */
export async function countUp(db: Db | Tx, key: string, windowMs: number, now: Date): Promise<Counted> {
  const resetsAt = new Date(now.getTime() + windowMs);
  const over = lte(rateLimits.resetsAt, now);
  const [row] = await db
    .insert(rateLimits)
    .values({ key, count: 1, resetsAt })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${over} then 1 else ${rateLimits.count} + 1 end`,
        resetsAt: sql`case when ${over} then excluded.resets_at else ${rateLimits.resetsAt} end`,
      },
    })
    .returning({ count: rateLimits.count, resetsAt: rateLimits.resetsAt });
  return row as Counted;
}

/** Gives one back: the attempt was right. */
export async function countDown(db: Db | Tx, key: string): Promise<void> {
  await db
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
    .where(eq(rateLimits.key, key));
}

export async function forgetCount(db: Db | Tx, key: string): Promise<void> {
  await db.delete(rateLimits).where(eq(rateLimits.key, key));
}
