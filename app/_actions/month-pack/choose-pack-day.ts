"use server";

import { choosePackDay } from "#/db/writes/month-packs.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { packDayInput } from "#/lib/month-pack/schedule.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** The working day of the month on which the party's pack is mailed, or none. */
export const choosePackDayAction = action({
  name: "choose-pack-day",
  allow: "month-pack.schedule",
  input: packDayInput,
  run: async ({ tx, actor, input: { workingDay }, now, origin }) => {
    await choosePackDay(tx, workingDay, { actor: actor as CustomerActor, origin, now });
    return ok(null);
  },
});
