import { addDays, type Day, dateOf, monthOf, weekdayOf, yearOf } from "./day.ts";
import { orthodoxEaster } from "./easter.ts";

export type HolidayCode =
  | "new-year"
  | "orthodox-christmas"
  | "womens-day"
  | "radunitsa"
  | "labour-day"
  | "victory-day"
  | "independence-day"
  | "october-revolution"
  | "catholic-christmas";

/** `since` is the first year in which the day was free. */
export type HolidayRule = { code: HolidayCode; since: number } & (
  | { kind: "fixed"; month: number; date: number }
  | { kind: "after-easter"; days: number }
);

/** A day off moved by a resolution: `off` is free, the Saturday `worked` is worked for it. */
export type Transfer = { off: Day; worked: Day; resolution: string };

/** A calendar is data and an argument: the seller's own is these rows, edited by staff. */
export type Calendar = {
  holidays: readonly HolidayRule[];
  transfers: readonly Transfer[];
  /** Years whose transfers are entered and complete; a count that touches another year is provisional. */
  confirmedYears: readonly number[];
};

/** Why a day is not what its place in the week says; also plain data, so that it can be stored and shown. */
export type DayReason =
  | { code: "weekend" }
  | { code: "holiday"; name: HolidayCode }
  | { code: "transferred-off" | "transferred-working"; resolution: string };

/** `reason` is null for an ordinary working day. */
export type DayKind = { working: true; reason: DayReason | null } | { working: false; reason: DayReason };

/** A calendar never changes once it is made, so what a day is in it is found out once. */
const known = new WeakMap<Calendar, Map<Day, DayKind>>();

/** Five-day week, state holidays, government transfers. A holiday on a weekend moves nothing (Decree №157). */
export function dayKind(calendar: Calendar, day: Day): DayKind {
  const kinds = known.get(calendar) ?? new Map<Day, DayKind>();
  const kind = kinds.get(day) ?? findKind(calendar, day);
  known.set(calendar, kinds.set(day, kind));
  return kind;
}

function findKind(calendar: Calendar, day: Day): DayKind {
  for (const { off, worked, resolution } of calendar.transfers) {
    if (day === worked) return { working: true, reason: { code: "transferred-working", resolution } };
    if (day === off) return { working: false, reason: { code: "transferred-off", resolution } };
  }
  const holiday = calendar.holidays.find((rule) => falls(rule, day));
  if (holiday) return { working: false, reason: { code: "holiday", name: holiday.code } };
  if (weekdayOf(day) % 6 === 0) return { working: false, reason: { code: "weekend" } };
  return { working: true, reason: null };
}

export const isConfirmed = (calendar: Calendar, day: Day): boolean => calendar.confirmedYears.includes(yearOf(day));

function falls(rule: HolidayRule, day: Day): boolean {
  if (yearOf(day) < rule.since) return false;
  if (rule.kind === "fixed") return monthOf(day) === rule.month && dateOf(day) === rule.date;
  return addDays(orthodoxEaster(yearOf(day)), rule.days) === day;
}
