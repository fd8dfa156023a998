import "server-only";

import type { Db, Tx } from "#/db/client.ts";
import { calendarBook } from "#/db/queries/calendar.ts";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import { type CalendarBook, calendarOf } from "#/lib/calendar/edit.ts";

/** State holidays are law and come with the program; what is entered is in the database. */
export const { holidays } = belarusCalendar;
export const countingBy = (book: CalendarBook): Calendar => calendarOf(holidays, book);

const KEPT_MS = 5000;
let kept: { at: number; calendar: Calendar } | null = null;

/**
 * The seller's calendar, read at most every five seconds: every page and step counts by it. A step that another process
 * takes in these seconds by the old calendar is put right by the recount that follows every edit once more, later.
 */
export async function currentCalendar(db: Db | Tx): Promise<Calendar> {
  if (kept && performance.now() - kept.at < KEPT_MS) return kept.calendar;
  const at = performance.now();
  const calendar = countingBy(await calendarBook(db));
  kept = { at, calendar };
  return calendar;
}

/** After an edit of this process is committed. */
export function forgetCalendar(): void {
  kept = null;
}
