import { addDays, asDay, type Day, parseDay } from "./day.ts";

/** Europe/Minsk is UTC+3 all year since 2011; the test compares this with the zone's own data, year by year. */
const OFFSET = 3 * 3_600_000;

/** The day that an instant falls on in Minsk: 21:00Z is already tomorrow. */
export const dayInMinsk = (instant: Date): Day =>
  asDay(new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10));

/** The same for an instant that somebody else's file names: null for none, and outside the years that a Day may have. */
export function dayInMinskOf(instant: number): Day | null {
  const there = new Date(instant + OFFSET);
  return Number.isNaN(there.getTime()) ? null : parseDay(there.toISOString().slice(0, 10));
}

/** 00:00:00.000 in Minsk. */
export const startOfDayInMinsk = (day: Day): Date => new Date(Date.parse(day) - OFFSET);

/** 23:59:59.999 in Minsk: the last instant that still belongs to the day, so that a deadline holds to its end. */
export const endOfDayInMinsk = (day: Day): Date => new Date(startOfDayInMinsk(addDays(day, 1)).getTime() - 1);
