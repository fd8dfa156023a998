import { type Day, daysBetween } from "#/lib/calendar/day.ts";
import type { Clock } from "./clocks.ts";

/**
 * How much of a term a day has used: `nth` of `length` days of the term's own unit. "on" is the nth day itself, "between" a day
 * off after it, "before" the day of the event or earlier; "after" is `late` calendar days over the last one.
 */
export type Spent = {
  place: "before" | "on" | "between" | "after";
  nth: number;
  length: number;
  late: number;
  unit: "working" | "calendar";
};

/** «13-й рабочий день из 15». Days that force majeure took (5.2) do not use the term up, so they are not counted. */
export function spentBy({ explanation, shifts, due }: Clock, on: Day): Spent {
  const { length, unit, counted } = explanation;
  const taken = (day: Day) => shifts.some(({ from, to }) => from <= day && day <= to);
  const used = counted.counted.filter((day) => day <= on && !taken(day));
  const facts = { nth: used.length, length, unit: unit === "working-days" ? "working" : "calendar" } as const;
  if (on > due) return { place: "after", late: daysBetween(due, on), ...facts };
  if (used.length === 0) return { place: "before", late: 0, ...facts };
  return { place: used.at(-1) === on ? "on" : "between", late: 0, ...facts };
}
