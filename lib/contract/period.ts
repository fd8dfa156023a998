import { addDays, addMonths, type Day } from "#/lib/calendar/day.ts";

/** The paid period (1.8, 6.1), both days inclusive. A portal that has access already continues from the day after its end. */
export function paidPeriod(start: Day, months: number, runningUntil: Day | null): { from: Day; to: Day } {
  const from = runningUntil && runningUntil >= start ? addDays(runningUntil, 1) : start;
  return { from, to: addDays(addMonths(from, months), -1) };
}
