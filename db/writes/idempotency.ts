import "server-only";

import { and, eq } from "drizzle-orm";

import type { Db, Tx } from "#/db/client.ts";
import { idempotency } from "#/db/schema/index.ts";

type Key = { actorId: string; action: string; key: string };
export type Claim = { fresh: true } | { fresh: false; sameRequest: boolean; result: unknown };

/**
 * Claims a key inside the transaction of the effect. A second press waits on the unique row until the first commits, then
 * gets the first one's answer; the same key with another payload is a refusal.
 */
export async function claim(tx: Tx | Db, key: Key, requestHash: string, now: Date): Promise<Claim> {
  const claimed = await tx
    .insert(idempotency)
    .values({ ...key, requestHash, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotency.key });
  if (claimed.length > 0) return { fresh: true };
  const [row] = await tx.select().from(idempotency).where(sameKey(key));
  return { fresh: false, sameRequest: row?.requestHash === requestHash, result: row?.result ?? null };
}

export async function keepResult(tx: Tx | Db, key: Key, result: unknown): Promise<void> {
  await tx.update(idempotency).set({ result }).where(sameKey(key));
}

const sameKey = ({ actorId, action, key }: Key) =>
  and(eq(idempotency.actorId, actorId), eq(idempotency.action, action), eq(idempotency.key, key));
