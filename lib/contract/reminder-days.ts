import { type Calendar, dayKind } from "#/lib/calendar/calendar.ts";
import { nextWorkingDay } from "#/lib/calendar/count.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { lastSafePaymentDay } from "#/lib/calendar/last-safe-payment.ts";

/** How many days ahead the customer is told that nothing renews by itself (6.1). */
export const REMIND_DAYS = [60, 30, 14, 7, 3, 1] as const;
export type Reminder = { days: (typeof REMIND_DAYS)[number]; on: Day };

type Period = { startedOn: Day; lastDay: Day; activationWorkingDays: number };

/**
 * The days of a period's reminders, in their order. A reminder that would come when a payment is no longer safe counts its days
 * back from the last safe payment day instead of the end; each goes out on a working day, the one before where it must
 * move. Two on one day are one, and none comes before the period has begun.
 */
export function reminderDays(calendar: Calendar, { startedOn, lastDay, activationWorkingDays }: Period): Reminder[] {
  const safe = lastSafePaymentDay(calendar, lastDay, activationWorkingDays);
  const byDay = new Map<Day, Reminder>();
  for (const days of REMIND_DAYS) {
    const ahead = addDays(lastDay, -days);
    const on = workingDayBack(calendar, ahead < safe ? ahead : addDays(safe, -days));
    if (on > startedOn) byDay.set(on, { days, on });
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/**
 * The reminder to send today: the last whose day has come, so that after a silence one letter catches up and not five. It waits
 * for a working day, unless the period ends before the next one.
 */
export function reminderDue(calendar: Calendar, today: Day, period: Period): Reminder | null {
  if (today > period.lastDay) return null;
  const next = nextWorkingDay(calendar, today);
  if (next !== today && next <= period.lastDay) return null;
  return reminderDays(calendar, period).findLast(({ on }) => on <= today) ?? null;
}

function workingDayBack(calendar: Calendar, from: Day): Day {
  let day = from;
  while (!dayKind(calendar, day).working) day = addDays(day, -1);
  return day;
}
