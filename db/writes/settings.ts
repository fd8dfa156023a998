import "server-only";

import type { Tx } from "#/db/client.ts";
import { settings } from "#/db/schema/index.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { SETTING_CLAUSES, type SettingKey } from "#/lib/contract/settings.ts";
import { type Origin, record } from "./evidence.ts";

type NewSetting = { key: SettingKey; value: unknown; validFrom: Day; reason: string };

/** A setting's next dated row. Nothing is overwritten: what was in force on any earlier day stays readable. */
export async function addSetting(
  tx: Tx,
  { key, value, validFrom, reason }: NewSetting,
  who: { actor: StaffActor; origin: Origin; now: Date },
): Promise<void> {
  const id = crypto.randomUUID();
  await tx
    .insert(settings)
    .values({ id, key, value, validFrom, reason, enteredAt: who.now, enteredBy: who.actor.userId });
  await record(tx, who.actor, who.origin, who.now, {
    chain: "settings",
    step: "change-setting",
    clause: SETTING_CLAUSES[key],
    reason,
    data: { key, value, validFrom },
  });
}
