import type { Counted } from "#/lib/calendar/count.ts";
import { addDays, type Day, daysBetween, weekdayOf } from "#/lib/calendar/day.ts";

export type DayCell = {
  day: Day;
  kind: "outside" | "start" | "counted" | "skipped";
  ordinal: number | null;
  due: boolean;
};

const monday = (day: Day) => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The weeks, Monday first, from the event to the last day of a term, each day with its number in the count. */
export function weeksOf({ from, date, counted, skipped }: Counted): DayCell[][] {
  const first = monday(from);
  const weeks = Math.floor(daysBetween(first, monday(date)) / 7) + 1;
  const ordinals = new Map(counted.map((day, index) => [day, index + 1]));
  const free = new Set(skipped.map((one) => one.date));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = addDays(first, week * 7 + weekday);
      const ordinal = ordinals.get(day) ?? null;
      const kind = day === from ? "start" : ordinal ? "counted" : free.has(day) ? "skipped" : "outside";
      return { day, kind, ordinal, due: day === date };
    }),
  );
}
