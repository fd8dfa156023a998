import { type Calendar, type DayReason, dayKind, isConfirmed } from "./calendar.ts";
import { addDays, addMonths, type Day } from "./day.ts";

export type SkippedDay = { date: Day; reason: DayReason };

/** A term counted and explained. Plain data: it is stored with the deadline and shown as it was counted then. */
export type Counted = {
  from: Day;
  /** The last day of the term. */
  date: Day;
  counted: Day[];
  skipped: SkippedDay[];
  /** The answer leans on a year whose transfers are not entered yet, and may change when they are. */
  provisional: boolean;
};

/** What a term in calendar days or months does when it ends on a day off (a setting; the contract is silent). */
export type OnDayOff = "keep" | "next-working";

/** A calendar with no working day for this long is broken data, not a holiday. */
const LONGEST_REST = 60;

/**
 * The n-th working day after `from`; counting starts the day after the event.
 * @throws RangeError when `count` is no whole number of 1 and more.
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Counted {
  requireCount(count);
  const counted: Day[] = [];
  const skipped: SkippedDay[] = [];
  let day = from;
  for (let rest = 0; counted.length < count; ) {
    day = addDays(day, 1);
    const kind = dayKind(calendar, day);
    rest = kind.working ? 0 : rest + 1;
    if (rest > LONGEST_REST) throw new RangeError(`No working day for ${LONGEST_REST} days before ${day}`);
    if (kind.working) counted.push(day);
    else skipped.push({ date: day, reason: kind.reason });
  }
  const looked = [...counted, ...skipped.map(({ date }) => date)];
  return { from, date: day, counted, skipped, provisional: looked.some((one) => !isConfirmed(calendar, one)) };
}

/**
 * `count` calendar days after `from`, the day of the event not counted. `counted` always has `count` days; `skipped` has
 * the days off at the end that "next-working" moved the term over (the last counted day is then the first of them).
 * @throws RangeError when `count` is no whole number of 1 and more.
 */
export function addCalendarDays(calendar: Calendar, from: Day, count: number, options: { dayOff: OnDayOff }): Counted {
  requireCount(count);
  const counted = Array.from({ length: count }, (_, index) => addDays(from, index + 1));
  return { from, counted, ...settle(calendar, addDays(from, count), options.dayOff) };
}

/** As `addCalendarDays`, for a term in months (5.4): the same date `count` months on; `counted` stays empty. */
export function addCalendarMonths(
  calendar: Calendar,
  from: Day,
  count: number,
  options: { dayOff: OnDayOff },
): Counted {
  requireCount(count);
  return { from, counted: [], ...settle(calendar, addMonths(from, count), options.dayOff) };
}

/** The day itself when it is worked, else the next one that is. */
export const nextWorkingDay = (calendar: Calendar, day: Day): Day => settle(calendar, day, "next-working").date;

/**
 * Working days after `from` up to and with `to`, so that `workingDaysBetween(c, d, addWorkingDays(c, d, n).date) = n`;
 * negative when `to` is earlier (days late).
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from) || 0;
  let total = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (dayKind(calendar, day).working) total++;
  return total;
}

function settle(calendar: Calendar, end: Day, dayOff: OnDayOff): Pick<Counted, "date" | "skipped" | "provisional"> {
  if (dayOff === "keep") return { date: end, skipped: [], provisional: false };
  const first = dayKind(calendar, end);
  if (first.working) return { date: end, skipped: [], provisional: !isConfirmed(calendar, end) };
  const { date, skipped, provisional } = addWorkingDays(calendar, end, 1);
  return {
    date,
    skipped: [{ date: end, reason: first.reason }, ...skipped],
    provisional: provisional || !isConfirmed(calendar, end),
  };
}

function requireCount(count: number) {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`A term is 1 day or more, not ${count}`);
}
