import "server-only";

import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { calendarFeeds } from "#/db/schema/index.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { type Origin, record } from "./evidence.ts";

type Who = { actor: CustomerActor; origin: Origin; now: Date };

/** A new address of the person's feed; the old one stops working. */
export async function makeFeed(tx: Tx, feed: { id: string; tokenHash: string }, who: Who): Promise<void> {
  await revokeFeed(tx, who);
  const { userId, partyId } = who.actor;
  await tx.insert(calendarFeeds).values({ ...feed, userId, partyId, createdAt: who.now });
  await told(tx, feed.id, "make-calendar-feed", who);
}

/** False where there was none. */
export async function revokeFeed(tx: Tx, who: Who): Promise<boolean> {
  const { userId, partyId } = who.actor;
  const gone = await tx
    .update(calendarFeeds)
    .set({ revokedAt: who.now })
    .where(and(eq(calendarFeeds.userId, userId), eq(calendarFeeds.partyId, partyId), isNull(calendarFeeds.revokedAt)))
    .returning({ id: calendarFeeds.id });
  for (const { id } of gone) await told(tx, id, "revoke-calendar-feed", who);
  return gone.length > 0;
}

const told = (tx: Tx, id: string, step: string, { actor, origin, now }: Who) =>
  record(tx, actor, origin, now, { chain: `feed:${id}`, partyId: actor.partyId, step, data: { feed: id } });
