import "server-only";

import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { noticeChoices, noticeHours, notices } from "#/db/schema/index.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import type { QuietHours } from "#/lib/mail/choices.ts";
import type { Cells } from "#/lib/mail/choose.ts";
import { type Origin, record } from "./evidence.ts";

export type NewNotice = Omit<typeof notices.$inferInsert, "id" | "readAt">;

/** One line of a member's list; told once, however often it is asked. */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  await tx
    .insert(notices)
    .values({ id: crypto.randomUUID(), ...notice })
    .onConflictDoNothing();
}

const own = ({ userId, partyId }: CustomerActor) => and(eq(notices.userId, userId), eq(notices.partyId, partyId));

/** False for a notice that is not the actor's own, or was read before. */
export async function readNotice(tx: Tx, actor: CustomerActor, id: string, now: Date): Promise<boolean> {
  const read = await tx
    .update(notices)
    .set({ readAt: now })
    .where(and(own(actor), eq(notices.id, id), isNull(notices.readAt)))
    .returning({ id: notices.id });
  return read.length > 0;
}

/** How many there were. */
export async function readAllNotices(tx: Tx, actor: CustomerActor, now: Date): Promise<number> {
  const read = await tx
    .update(notices)
    .set({ readAt: now })
    .where(and(own(actor), isNull(notices.readAt)))
    .returning({ id: notices.id });
  return read.length;
}

/** The whole of a member's choices in place of the earlier ones, with its line in the party's log: who switched what off, when. */
export async function saveChoices(
  tx: Tx,
  { actor, origin, now }: { actor: CustomerActor; origin: Origin; now: Date },
  cells: Cells,
  hours: QuietHours,
): Promise<void> {
  const { userId, partyId } = actor;
  const member = { userId, partyId, chosenAt: now };
  await tx.delete(noticeChoices).where(and(eq(noticeChoices.userId, userId), eq(noticeChoices.partyId, partyId)));
  await tx.delete(noticeHours).where(and(eq(noticeHours.userId, userId), eq(noticeHours.partyId, partyId)));
  if (cells.length > 0) await tx.insert(noticeChoices).values(cells.map((cell) => ({ ...member, ...cell })));
  await tx
    .insert(noticeHours)
    .values({ ...member, fromMinute: hours.from, toMinute: hours.to, daysOff: hours.daysOff });
  const data = { cells, hours };
  await record(tx, actor, origin, now, {
    chain: `notices:${userId}:${partyId}`,
    partyId,
    step: "choose-notices",
    data,
  });
}
