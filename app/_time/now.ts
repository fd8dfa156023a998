import "server-only";

import { type Db, database, type Tx } from "#/db/client.ts";
import { calendarBookAt } from "#/db/queries/calendar.ts";
import { clockOffset } from "#/db/queries/clock.ts";
import { settingsOn } from "#/db/queries/settings.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Given } from "#/lib/contract/contract.ts";
import { env } from "#/lib/env.ts";
import { countingBy, currentCalendar } from "./calendar.ts";

/** True where "now" may be moved: demonstration and tests. Production has no such door. */
export const clockMoves = () => env().APP_MODE !== "production";

/** The time of this request or job; everything below `app` takes it as an argument. */
export async function currentTime(db: Db | Tx = database()): Promise<Date> {
  const real = Date.now();
  return new Date(clockMoves() ? real + (await clockOffset(db)) : real);
}

/** What every decision is given: the time, its day in Minsk, the calendar and the settings of that day. */
export async function givenAt(db: Db | Tx, now: Date): Promise<Given> {
  const today = dayInMinsk(now);
  return { now, today, calendar: await currentCalendar(db), settings: await settingsOn(db, today) };
}

/** The same for a moment that is past: the calendar as it was entered by then, the settings of that day. */
export async function givenThen(db: Db | Tx, at: Date): Promise<Given> {
  const today = dayInMinsk(at);
  return { now: at, today, calendar: countingBy(await calendarBookAt(db, at)), settings: await settingsOn(db, today) };
}
