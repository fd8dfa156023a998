import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, asDay, dateOf, daysBetween, earliest, isDay, latest, parseDay, weekdayOf } from "./day.ts";
import { formatDay, formatDayLong, formatDayShort } from "./format.ts";
import { dayInMinsk, endOfDayInMinsk, startOfDayInMinsk } from "./minsk.ts";

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays(asDay("1970-01-01"), count));

describe("parseDay", () => {
  it.each([
    ["2026-04-16", "2026-04-16"],
    ["16.04.2026", "2026-04-16"],
    [" 6.4.2026 ", "2026-04-06"],
    ["29.02.2024", "2024-02-29"],
  ])("reads %j", (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    "29.02.2026",
    "31.04.2026",
    "00.01.2026",
    "01.13.2026",
    "2026-4-16",
    "16/04/2026",
    "16.04.26",
    "1899-12-31",
    "",
    "today",
    "2026-04-16T00:00",
  ])("refuses %j", (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it("takes only the stored form for a day", () => {
    expect(isDay("2026-04-16")).toBe(true);
    expect(isDay("16.04.2026")).toBe(false);
    expect(isDay(" 2026-04-16")).toBe(false);
    expect(isDay(20260416)).toBe(false);
    expect(() => asDay("2026-02-30")).toThrow(RangeError);
  });
});

describe("arithmetic", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-05-15", 12, "2027-05-15"],
  ])("%s + %i months = %s", (from, count, to) => {
    expect(addMonths(asDay(from), count)).toBe(to);
  });

  it("knows the week", () => {
    expect(weekdayOf(asDay("2026-11-21"))).toBe(6);
    expect(weekdayOf(asDay("2026-11-22"))).toBe(0);
  });

  it("adds and takes away alike, and orders days as text", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        const other = addDays(day, count);
        expect(daysBetween(day, other)).toBe(count);
        expect(other > day).toBe(count > 0);
        expect([earliest(day, other), latest(day, other)]).toEqual(count > 0 ? [day, other] : [other, day]);
      }),
    );
  });

  it("never lands later in the month than it started", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const other = addMonths(day, months);
        expect(isDay(other)).toBe(true);
        expect(dateOf(other)).toBeLessThanOrEqual(dateOf(day));
        if (dateOf(day) <= 28) expect(addMonths(other, -months)).toBe(day);
      }),
    );
  });
});

describe("format", () => {
  it("writes for people", () => {
    const day = asDay("2026-04-05");
    expect(formatDay(day)).toBe("05.04.2026");
    expect(formatDayShort(day)).toBe("05.04");
    expect(formatDayLong(day, "ru").replaceAll("\u00A0", " ")).toBe("5 апреля 2026 г.");
    expect(formatDayLong(day, "be").replaceAll("\u00A0", " ")).toBe("5 красавіка 2026 г.");
    expect(formatDayLong(day, "en").replaceAll("\u00A0", " ")).toBe("5 April 2026");
  });

  it("agrees with the language data of Node in every month", () => {
    for (const locale of ["ru", "be", "en"] as const) {
      const oracle = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
        dateStyle: "long",
        timeZone: "UTC",
      });
      for (let month = 0; month < 12; month++) {
        const day = addMonths(asDay("2026-01-15"), month);
        expect(formatDayLong(day, locale).replaceAll("\u00A0", " ")).toBe(
          oracle.format(new Date(day)).replaceAll(/\s/g, " "),
        );
      }
    }
  });

  it("reads back what it wrote", () => {
    fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day)) === day));
  });
});

describe("Minsk", () => {
  it.each([
    ["2026-04-15T20:59:59.999Z", "2026-04-15"],
    ["2026-04-15T21:00:00.000Z", "2026-04-16"],
    ["2025-12-31T21:00:00.000Z", "2026-01-01"],
  ])("%s is %s there", (instant, day) => {
    expect(dayInMinsk(new Date(instant))).toBe(day);
  });

  it("starts at 21:00Z of the day before and ends a millisecond short of the next", () => {
    const day = asDay("2026-04-16");
    expect(startOfDayInMinsk(day).toISOString()).toBe("2026-04-15T21:00:00.000Z");
    expect(endOfDayInMinsk(day).toISOString()).toBe("2026-04-16T20:59:59.999Z");
    expect([dayInMinsk(startOfDayInMinsk(day)), dayInMinsk(endOfDayInMinsk(day))]).toEqual([day, day]);
  });

  it("has the offset that the zone's own data has, every week from 2012 to 2040", () => {
    const zone = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Minsk", dateStyle: "short" });
    for (let day = asDay("2012-01-01"); day < "2040-01-01"; day = addDays(day, 7)) {
      for (const instant of [startOfDayInMinsk(day), endOfDayInMinsk(day)]) expect(zone.format(instant)).toBe(day);
    }
  });
});
