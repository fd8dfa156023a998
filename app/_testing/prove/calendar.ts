import "server-only";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import { addCalendarDays, addCalendarMonths, addWorkingDays, workingDaysBetween } from "#/lib/calendar/count.ts";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { lastSafePaymentDay } from "#/lib/calendar/last-safe-payment.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { defineProof } from "./proof.ts";
import { FIRST, type Row, rowOfDays, sameDateLater } from "./row-of-days.ts";

/** 3.6, 3.7 three; 6.2 five; 10 of force majeure. Working days: 7.1 one, 3.8 five, 3.5 fifteen, the invoice's setting 1 to 60. */
const CALENDAR_DAYS = [1, 3, 5, 10, 14, 30];
const MONTHS = [1, 3, 6, 12, 36];

export const proof = defineProof({
  what: "every day of twenty years × every clock length, with and without transfers, against a second implementation",
  sizes: { years: { full: 20, smoke: 2 }, longest: { full: 60, smoke: 15 } },
  run({ violated, random }, { years, longest }) {
    let counts = 0;
    const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Minsk" });
    for (const transfers of [true, false]) {
      const calendar: Calendar = transfers ? belarusCalendar : { ...belarusCalendar, transfers: [] };
      const row = rowOfDays(Math.min(years + 4, 21), transfers);
      const inYears = row.days.findIndex((day) => day >= `${Math.min(FIRST + years, FIRST + 20)}-01-01`);
      const check = (what: string, program: string | number, second: string | number | undefined) => {
        counts++;
        if (program !== second)
          violated(`${transfers ? "" : "without transfers, "}${what}: ${program}, second says ${second}`);
      };
      /** The first worked day from this one on. */
      const next = (index: number) => row.days[row.worked[index] ? index : row.workedAt[row.upTo[index]!]!];
      for (let at = 0; at < inYears; at++) {
        const day = asDay(row.days[at]!);
        const counted = addWorkingDays(calendar, day, longest);
        for (let length = 1; length <= longest; length++) {
          const second = row.days[row.workedAt[row.upTo[at]! + length - 1]!];
          // One long count holds every shorter one; the clocks' own lengths are also counted by themselves.
          check(`${day} + ${length} working`, counted.counted[length - 1]!, second);
          if ([1, 5, 15].includes(length))
            check(`${day} + ${length}`, addWorkingDays(calendar, day, length).date, second);
        }
        for (const length of CALENDAR_DAYS) {
          const keep = addCalendarDays(calendar, day, length, { dayOff: "keep" }).date;
          const move = addCalendarDays(calendar, day, length, { dayOff: "next-working" }).date;
          check(`${day} + ${length} days`, keep, row.days[at + length]);
          check(`${day} + ${length} days, moved`, move, next(at + length));
        }
        for (const length of MONTHS) {
          const second = sameDateLater(day, length);
          check(`${day} + ${length} months`, addCalendarMonths(calendar, day, length, { dayOff: "keep" }).date, second);
          const index = row.days.indexOf(second, at);
          if (index >= 0 && index + 20 < row.days.length)
            check(
              `${day} + ${length} months, moved`,
              addCalendarMonths(calendar, day, length, { dayOff: "next-working" }).date,
              next(index),
            );
        }
        if (at > 60) check(`safe day before ${day}`, lastSafePaymentDay(calendar, day), safeDay(row, at));
        const other = Math.min(row.days.length - 1, at + random.int(90));
        check(
          `${day} to ${row.days[other]}`,
          workingDaysBetween(calendar, day, row.days[other] as Day),
          row.upTo[other]! - row.upTo[at]!,
        );
        for (const time of ["20:59:59.999Z", "21:00:00.000Z"]) {
          const instant = new Date(`${day}T${time}`);
          check(`${day} ${time} in Minsk`, dayInMinsk(instant), zone.format(instant));
        }
      }
    }
    return { "dates compared": counts };
  },
});

/** The last day from which fifteen worked days fit before the end of `at`. */
function safeDay(row: Row, at: number): string | undefined {
  for (let day = at; day >= 0; day--) if (row.upTo[at]! - row.upTo[day]! >= 15) return row.days[day];
  return undefined;
}
