import { type Calendar, type DayKind, dayKind, isConfirmed } from "./calendar.ts";
import { addDays, asDay, type Day, monthOf, weekdayOf, yearOf } from "./day.ts";

export type YearDay = { day: Day; kind: DayKind };
export type YearMonth = {
  /** 1 to 12. */
  month: number;
  /** Whole weeks, Monday first; null outside the month. */
  weeks: (YearDay | null)[][];
  working: number;
  /** Days that are not what their place in the week says. */
  special: YearDay[];
};
export type CalendarYear = { year: number; confirmed: boolean; working: number; months: YearMonth[] };

/** A year as a wall calendar. */
export function calendarYear(calendar: Calendar, year: number): CalendarYear {
  const months = Array.from({ length: 12 }, (_, index) => month(calendar, year, index + 1));
  return {
    year,
    confirmed: isConfirmed(calendar, asDay(`${year}-01-01`)),
    working: months.reduce((sum, one) => sum + one.working, 0),
    months,
  };
}

function month(calendar: Calendar, year: number, number: number): YearMonth {
  const first = asDay(`${year}-${String(number).padStart(2, "0")}-01`);
  const days: YearDay[] = [];
  for (let day = first; monthOf(day) === number && yearOf(day) === year; day = addDays(day, 1))
    days.push({ day, kind: dayKind(calendar, day) });
  const before = (weekdayOf(first) + 6) % 7;
  const cells: (YearDay | null)[] = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return {
    month: number,
    weeks,
    working: days.filter(({ kind }) => kind.working).length,
    special: days.filter(({ kind }) => kind.reason !== null && kind.reason.code !== "weekend"),
  };
}
