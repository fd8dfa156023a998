import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { belarusCalendar } from "./belarus.ts";
import type { Calendar } from "./calendar.ts";
import { addCalendarDays, addCalendarMonths, addWorkingDays, nextWorkingDay, workingDaysBetween } from "./count.ts";
import { addDays, asDay, type Day } from "./day.ts";
import { workedDays } from "./testing/naive.ts";

const anyDay = fc.integer({ min: 0, max: 7300 }).map((count) => addDays(asDay("2020-01-01"), count));

describe("addWorkingDays", () => {
  it.each([
    ["2025-12-30", 15, "2026-01-23"],
    ["2026-01-05", 15, "2026-01-27"],
    ["2026-04-16", 15, "2026-05-11"],
    ["2026-04-17", 1, "2026-04-22"],
    ["2026-04-17", 5, "2026-04-27"],
    ["2026-04-24", 1, "2026-04-25"],
    ["2026-04-30", 5, "2026-05-08"],
    ["2026-04-30", 15, "2026-05-22"],
    ["2026-06-30", 15, "2026-07-22"],
    ["2026-11-06", 5, "2026-11-13"],
    ["2026-12-22", 15, "2027-01-15"],
    ["2026-12-28", 15, "2027-01-20"],
    ["2026-12-30", 1, "2026-12-31"],
  ])("%s + %i = %s", (from, count, date) => {
    const counted = addWorkingDays(belarusCalendar, asDay(from), count);
    expect(counted.date).toBe(date);
    expect(counted.counted).toHaveLength(count);
    expect(counted.provisional).toBe(date >= "2027");
  });

  it("names every day that it skips", () => {
    expect(addWorkingDays(belarusCalendar, asDay("2026-04-17"), 5)).toEqual({
      from: "2026-04-17",
      date: "2026-04-27",
      counted: ["2026-04-22", "2026-04-23", "2026-04-24", "2026-04-25", "2026-04-27"],
      skipped: [
        { date: "2026-04-18", reason: { code: "weekend" } },
        { date: "2026-04-19", reason: { code: "weekend" } },
        {
          date: "2026-04-20",
          reason: { code: "transferred-off", resolution: "постановление Совета Министров от 22.07.2025 № 397" },
        },
        { date: "2026-04-21", reason: { code: "holiday", name: "radunitsa" } },
        { date: "2026-04-26", reason: { code: "weekend" } },
      ],
      provisional: false,
    });
  });

  it("is provisional as soon as it looks into a year without entered transfers, on either side", () => {
    const provisional = (from: string, count: number) =>
      addWorkingDays(belarusCalendar, asDay(from), count).provisional;
    expect(provisional("2026-12-30", 1)).toBe(false);
    expect(provisional("2026-12-31", 1)).toBe(true);
    expect(provisional("2022-12-30", 1)).toBe(true); // 31 December 2022 was skipped
    expect(provisional("2022-12-31", 1)).toBe(false);
    const entered: Calendar = { ...belarusCalendar, confirmedYears: [...belarusCalendar.confirmedYears, 2027] };
    expect(addWorkingDays(entered, asDay("2026-12-22"), 15).provisional).toBe(false);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses a term of %s days", (count) => {
    expect(() => addWorkingDays(belarusCalendar, asDay("2026-01-05"), count)).toThrow(RangeError);
  });

  it("refuses a calendar without working days instead of counting for ever", () => {
    const from = asDay("2026-01-05");
    const transfers = Array.from({ length: 90 }, (_, index) => ({
      off: addDays(from, index),
      worked: asDay("2020-01-04"),
      resolution: "",
    }));
    expect(() => addWorkingDays({ ...belarusCalendar, transfers }, from, 1)).toThrow(RangeError);
  });

  it("agrees with a naive count from every day of twenty years", () => {
    const worked = workedDays(2019, 2042);
    let next = 0;
    for (let day: Day = asDay("2020-01-01"); day < "2040-01-01"; day = addDays(day, 1)) {
      while (worked[next]! <= day) next++;
      const ends = [1, 5, 15].map((count) => addWorkingDays(belarusCalendar, day, count).date);
      expect(ends, day).toEqual([worked[next], worked[next + 4], worked[next + 14]]);
    }
  });

  it("looks at every day between once, and at no other", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const { date, counted, skipped } = addWorkingDays(belarusCalendar, from, count);
        const looked = [...counted, ...skipped.map((skip) => skip.date)].sort();
        expect(looked).toEqual(looked.map((_, index) => addDays(from, index + 1)));
        expect(counted.at(-1)).toBe(date);
        expect(looked.at(-1)).toBe(date);
        expect(workingDaysBetween(belarusCalendar, from, date)).toBe(count);
        expect(workingDaysBetween(belarusCalendar, date, from)).toBe(-count);
      }),
    );
  });
});

describe("addCalendarDays", () => {
  it("keeps the day that it lands on", () => {
    const counted = addCalendarDays(belarusCalendar, asDay("2026-04-16"), 3, { dayOff: "keep" });
    expect(counted).toEqual({
      from: "2026-04-16",
      date: "2026-04-19",
      counted: ["2026-04-17", "2026-04-18", "2026-04-19"],
      skipped: [],
      provisional: false,
    });
  });

  it("moves over the days off at its end, and says which", () => {
    const counted = addCalendarDays(belarusCalendar, asDay("2026-04-16"), 3, { dayOff: "next-working" });
    expect(counted.date).toBe("2026-04-22");
    expect(counted.counted.at(-1)).toBe("2026-04-19");
    expect(counted.skipped.map((skip) => skip.date)).toEqual(["2026-04-19", "2026-04-20", "2026-04-21"]);
  });

  it("does not move from a working day, be it a Saturday", () => {
    const counted = addCalendarDays(belarusCalendar, asDay("2026-04-22"), 3, { dayOff: "next-working" });
    expect(counted).toMatchObject({ date: "2026-04-25", skipped: [] });
  });

  it("is provisional only where the calendar decided", () => {
    const end = (dayOff: "keep" | "next-working") =>
      addCalendarDays(belarusCalendar, asDay("2026-12-29"), 5, { dayOff });
    expect(end("keep")).toMatchObject({ date: "2027-01-03", provisional: false });
    expect(end("next-working")).toMatchObject({ date: "2027-01-04", provisional: true });
    // The Saturday that ends the term lies in a year without transfers, the day it moves to does not.
    const over = addCalendarDays(belarusCalendar, asDay("2022-12-30"), 1, { dayOff: "next-working" });
    expect(over).toMatchObject({ date: "2023-01-03", provisional: true });
  });

  it("counts months to the same date", () => {
    const months = (from: string) => addCalendarMonths(belarusCalendar, asDay(from), 6, { dayOff: "next-working" });
    expect(months("2025-08-31")).toMatchObject({ date: "2026-03-02", counted: [] }); // 28 Feb 2026 is a Saturday
    expect(months("2026-01-15")).toMatchObject({ date: "2026-07-15", skipped: [] });
  });
});

it("finds the next working day, which may be the day itself", () => {
  expect(nextWorkingDay(belarusCalendar, asDay("2026-04-18"))).toBe("2026-04-22");
  expect(nextWorkingDay(belarusCalendar, asDay("2026-04-25"))).toBe("2026-04-25");
});

it.each([
  [2024, 253],
  [2025, 252],
  [2026, 254],
  [2027, 257],
])("%i has %i working days", (year, days) => {
  expect(workingDaysBetween(belarusCalendar, asDay(`${year - 1}-12-31`), asDay(`${year}-12-31`))).toBe(days);
});
