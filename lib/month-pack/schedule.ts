import { z } from "zod";

import { type Calendar, dayKind } from "#/lib/calendar/calendar.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { addDays, addMonths, asDay, type Day, parseDay } from "#/lib/calendar/day.ts";
import { monthOfBooks } from "#/lib/ledger/ledger.ts";
import { monthPeriod, type Period } from "#/lib/ledger/period.ts";

/** Working days of a month on which a pack may be sent. */
export const WORKING_DAYS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** The form of the setting: a day, or nothing for "do not send". */
export const packDayInput = z.object({
  workingDay: z
    .string()
    .regex(/^(|[1-9]|10)$/, "field.choose")
    .transform((text) => (text === "" ? null : Number(text))),
});

/** The n-th working day of the month that begins on `month`. */
export function workingDayOf(calendar: Calendar, month: Day, n: number): Day {
  const first = dayKind(calendar, month).working ? 1 : 0;
  return n === 1 && first === 1 ? month : addWorkingDays(calendar, month, n - first).date;
}

/** How far back a worker that was off looks. */
const MONTHS_BACK = 3;

/** A pack that is to go out: the month that it is about, by its first day, and the day on which it fell due. */
export type Due = { month: Day; on: Day };

/**
 * The packs of a party that are due by `today`, the oldest first: each on the chosen working day of the month after its own. What
 * fell due before the day was chosen is not sent.
 */
export function duePacks(calendar: Calendar, today: Day, chosen: { workingDay: number; on: Day }): Due[] {
  const current = monthOfBooks(today);
  return Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(current, back - MONTHS_BACK))
    .map((sending) => ({ month: addMonths(sending, -1), on: workingDayOf(calendar, sending, chosen.workingDay) }))
    .filter(({ on }) => on <= today && on >= chosen.on);
}

/** A month as an address carries it, "2026-04"; null for what is none, and for one that has not begun. */
export function readMonth(text: string | null | undefined, today: Day): Period | null {
  const first = /^\d{4}-\d{2}$/.test(text ?? "") ? parseDay(`${text}-01`) : null;
  return first && first <= today ? monthPeriod(first) : null;
}

/** The months to choose from, this one first. */
export const monthsBefore = (today: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, back) => addMonths(monthOfBooks(today), -back));

/** The month that is over last: what a pack is usually asked for. */
export const lastMonth = (today: Day): Period => monthPeriod(addDays(asDay(monthOfBooks(today)), -1));

/** "2026-04" */
export const monthText = (day: Day): string => day.slice(0, 7);
