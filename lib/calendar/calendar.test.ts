import { describe, expect, it } from "vitest";
import { belarusCalendar } from "./belarus.ts";
import { dayKind } from "./calendar.ts";
import { addDays, asDay, weekdayOf } from "./day.ts";
import { orthodoxEaster } from "./easter.ts";

const kind = (day: string) => dayKind(belarusCalendar, asDay(day));

describe("dayKind", () => {
  it.each([
    ["2026-01-01", "new-year"],
    ["2026-01-02", "new-year"],
    ["2026-01-07", "orthodox-christmas"],
    ["2026-03-08", "womens-day"],
    ["2026-04-21", "radunitsa"],
    ["2026-05-01", "labour-day"],
    ["2026-05-09", "victory-day"],
    ["2026-07-03", "independence-day"],
    ["2026-11-07", "october-revolution"],
    ["2026-12-25", "catholic-christmas"],
  ])("%s is %s", (day, name) => {
    expect(kind(day)).toEqual({ working: false, reason: { code: "holiday", name } });
  });

  it.each([
    "2026-02-23",
    "2026-03-09",
    "2027-03-15",
    "2026-04-02",
    "2026-09-17",
    "2019-01-02",
    "1996-07-03",
    "1994-11-07",
  ])("%s is an ordinary working day", (day) => {
    expect(kind(day)).toEqual({ working: true, reason: null });
  });

  it.each([
    ["2025-01-06", "2025-01-11", "№ 839"],
    ["2025-04-28", "2025-04-26", "№ 839"],
    ["2024-11-08", "2024-11-16", "№ 814"],
    ["2023-05-08", "2023-05-13", "№ 739"],
    ["2026-04-20", "2026-04-25", "№ 397"],
  ])("%s is off for %s by %s", (off, worked, number) => {
    expect(kind(off)).toMatchObject({ working: false, reason: { code: "transferred-off" } });
    expect(kind(worked)).toMatchObject({ working: true, reason: { code: "transferred-working" } });
    for (const day of [off, worked])
      expect(kind(day).reason).toHaveProperty("resolution", expect.stringContaining(number));
  });

  it("calls a plain Saturday a weekend", () => {
    expect(kind("2026-11-21")).toEqual({ working: false, reason: { code: "weekend" } });
  });
});

describe("the data of Belarus", () => {
  it("moves only working days, only to Saturdays, and only within confirmed years", () => {
    const bare = { ...belarusCalendar, transfers: [] };
    for (const { off, worked } of belarusCalendar.transfers) {
      expect(dayKind(bare, off).working, off).toBe(true);
      expect(weekdayOf(worked), worked).toBe(6);
      expect(belarusCalendar.confirmedYears).toContain(Number(off.slice(0, 4)));
      expect(off.slice(0, 4)).toBe(worked.slice(0, 4));
    }
  });
});

describe("Radunitsa", () => {
  it.each([
    "2024-05-14",
    "2025-04-29",
    "2026-04-21",
    "2027-05-11",
    "2028-04-25",
    "2029-04-17",
    "2030-05-07",
    "2031-04-22",
    "2032-05-11",
  ])("is on %s, a Tuesday", (day) => {
    expect(addDays(orthodoxEaster(Number(day.slice(0, 4))), 9)).toBe(day);
    expect(weekdayOf(asDay(day))).toBe(2);
  });

  it("follows a Sunday in every year of three centuries", () => {
    for (let year = 1900; year < 2200; year++) expect(weekdayOf(orthodoxEaster(year)), String(year)).toBe(0);
  });
});
