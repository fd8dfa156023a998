import "server-only";

import { z } from "zod";

import { storeRecount } from "#/app/_actions/calendar/recount-open.ts";
import { countingBy } from "#/app/_time/calendar.ts";
import { calendarBook } from "#/db/queries/calendar.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { isDay } from "#/lib/calendar/day.ts";
import type { Handler } from "./job.ts";

const payload = z.object({
  days: z.array(z.string().refine(isDay)),
  reason: z.string(),
  calendar: z.record(z.string(), z.unknown()),
});

/** Some seconds after an edit, once more: a step that another process took by the calendar before it is put right. */
export const recountDeadlinesAgain: Handler = async ({ tx, now }, message) => {
  const { days, reason, calendar: edit } = payload.parse(message);
  const done = await storeRecount({
    ...{ tx, now, days, reason, edit, origin: NO_ORIGIN },
    actor: { kind: "system", job: "recount-deadlines" },
    calendar: countingBy(await calendarBook(tx)),
  });
  // A contract moved under our hands: nothing of this run is kept.
  if (!done) throw new Error("a contract moved during the recount");
  return undefined;
};
