import type { CustomerRole } from "#/lib/access/actor.ts";
import { type Calendar, dayKind } from "#/lib/calendar/calendar.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { dayInMinsk, startOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Channel, KINDS, type Kind } from "./kinds.ts";

/** Minutes of the Minsk day, `from` included and `to` not; over midnight where `to` is the smaller. Both null: no such hours. */
export type QuietHours = { from: number | null; to: number | null; daysOff: boolean };
export type ChoiceKey = `${Kind}:${Channel}`;
/** What a member chose where it differs from the defaults of the role. */
export type Choices = { cells: ReadonlyMap<ChoiceKey, boolean>; hours: QuietHours };

export const DEFAULT_HOURS: QuietHours = { from: 21 * 60, to: 8 * 60, daysOff: false };
export const NO_CHOICES: Choices = { cells: new Map(), hours: DEFAULT_HOURS };

export const isLegal = (kind: Kind): boolean => KINDS[kind].clauses !== null;

/** One cell of the matrix: on or off, and who decided so. `locked`: the seller must be able to prove that it told this role. */
export type Cell = { on: boolean; locked: boolean; by: "clause" | "role" | "choice" };

export function cellOf(kind: Kind, channel: Channel, role: CustomerRole, { cells }: Choices): Cell {
  const written: readonly CustomerRole[] = KINDS[kind].mailed;
  const addressed = written.includes(role);
  if (isLegal(kind) && addressed) return { on: true, locked: true, by: "clause" };
  const chosen = cells.get(`${kind}:${channel}`);
  if (chosen !== undefined) return { on: chosen, locked: false, by: "choice" };
  return { on: channel === "cabinet" || addressed, locked: false, by: "role" };
}

/** `at`: the end of the quiet time. */
export type Sending =
  | { send: "now"; because: "legal" | "open-hours" }
  | { send: "at"; at: Date; because: "quiet-hours" | "day-off" }
  | { send: "never"; because: "role" | "choice" };

/** Whether and when a letter of this kind goes to a member. What the contract makes us tell never waits. */
export function sending(
  kind: Kind,
  role: CustomerRole,
  choices: Choices,
  { now, calendar }: { now: Date; calendar: Calendar },
): Sending {
  const cell = cellOf(kind, "mail", role, choices);
  if (!cell.on) return { send: "never", because: cell.by === "choice" ? "choice" : "role" };
  if (isLegal(kind)) return { send: "now", because: "legal" };
  const quiet = quietAt(choices.hours, calendar, now);
  if (!quiet) return { send: "now", because: "open-hours" };
  return { send: "at", at: endOfQuiet(choices.hours, calendar, now), because: quiet.because };
}

/** The first moment from `now` on that is not quiet: `now` itself outside of quiet time. */
export function endOfQuiet(hours: QuietHours, calendar: Calendar, now: Date): Date {
  let at = now;
  // Quiet nights and days off follow each other; no chain of them is as long as a year.
  for (let step = 0; step < 1000; step++) {
    const quiet = quietAt(hours, calendar, at);
    if (!quiet) return at;
    at = quiet.until;
  }
  throw new RangeError("quiet time without an end");
}

type Quiet = { because: "quiet-hours" | "day-off"; until: Date };

/** Why this moment is quiet and until when by that reason alone; null when it is not. */
function quietAt({ from, to, daysOff }: QuietHours, calendar: Calendar, at: Date): Quiet | null {
  const day = dayInMinsk(at);
  const minute = (at.getTime() - startOfDayInMinsk(day).getTime()) / 60_000;
  if (daysOff && !dayKind(calendar, day).working)
    return { because: "day-off", until: startOfDayInMinsk(addDays(day, 1)) };
  if (from === null || to === null || from === to) return null;
  const over = from > to;
  const inside = over ? minute >= from || minute < to : minute >= from && minute < to;
  if (!inside) return null;
  return { because: "quiet-hours", until: minuteOf(over && minute >= from ? addDays(day, 1) : day, to) };
}

const minuteOf = (day: Day, minute: number): Date => new Date(startOfDayInMinsk(day).getTime() + minute * 60_000);
