import "server-only";

import type { Tx } from "#/db/client.ts";
import { monthPackDays } from "#/db/schema/index.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { type Origin, record } from "./evidence.ts";

/** The party's working day for its month packs from now on, null for none; the earlier choices stay. */
export async function choosePackDay(
  tx: Tx,
  workingDay: number | null,
  { actor, origin, now }: { actor: CustomerActor; origin: Origin; now: Date },
): Promise<void> {
  const { partyId, userId } = actor;
  await tx
    .insert(monthPackDays)
    .values({ id: crypto.randomUUID(), partyId, workingDay, chosenAt: now, chosenBy: userId });
  await record(tx, actor, origin, now, {
    ...{ chain: `month-pack:${partyId}`, partyId, step: "choose-month-pack-day", data: { workingDay } },
  });
}
