import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { noticeChoices, noticeHours } from "#/db/schema/index.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { type ChoiceKey, type Choices, DEFAULT_HOURS, NO_CHOICES } from "#/lib/mail/choices.ts";
import { isKind } from "#/lib/mail/kinds.ts";

type Cells = Map<ChoiceKey, boolean>;

/** What the people of a party chose, by the id of the person; who chose nothing is not there. For jobs only. */
export async function choicesOfParty(tx: Tx, partyId: string): Promise<Map<string, Choices>> {
  return gather(
    await tx.select().from(noticeChoices).where(eq(noticeChoices.partyId, partyId)),
    await tx.select().from(noticeHours).where(eq(noticeHours.partyId, partyId)),
  );
}

/** The actor's own choices for the party that they work for. */
export async function ownChoices(tx: Tx, { userId, partyId }: CustomerActor): Promise<Choices> {
  const found = gather(
    await tx
      .select()
      .from(noticeChoices)
      .where(and(eq(noticeChoices.userId, userId), eq(noticeChoices.partyId, partyId))),
    await tx
      .select()
      .from(noticeHours)
      .where(and(eq(noticeHours.userId, userId), eq(noticeHours.partyId, partyId))),
  );
  return found.get(userId) ?? NO_CHOICES;
}

function gather(
  chosen: (typeof noticeChoices.$inferSelect)[],
  hours: (typeof noticeHours.$inferSelect)[],
): Map<string, Choices> {
  const cells = new Map<string, Cells>();
  for (const { userId, kind, channel, chosen: on } of chosen) {
    // A kind that this version does not know any more decides nothing.
    if (!isKind(kind)) continue;
    const own = cells.get(userId) ?? new Map();
    cells.set(userId, own.set(`${kind}:${channel}`, on));
  }
  const people = new Set([...cells.keys(), ...hours.map(({ userId }) => userId)]);
  return new Map(
    [...people].map((userId) => {
      const row = hours.find((one) => one.userId === userId);
      const quiet = row ? { from: row.fromMinute, to: row.toMinute, daysOff: row.daysOff } : DEFAULT_HOURS;
      return [userId, { cells: cells.get(userId) ?? new Map(), hours: quiet }];
    }),
  );
}
