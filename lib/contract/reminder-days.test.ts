import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addDays, asDay } from "#/lib/calendar/day.ts";
import { lastSafePaymentDay } from "#/lib/calendar/last-safe-payment.ts";
import { workedDays } from "#/lib/calendar/testing/naive.ts";
import { reminderDays, reminderDue } from "./reminder-days.ts";

const period = (startedOn: string, lastDay: string) => ({
  startedOn: asDay(startedOn),
  lastDay: asDay(lastDay),
  activationWorkingDays: 15,
});
const july = period("2026-04-22", "2026-07-21");
const anyDay = fc.integer({ min: 0, max: 1500 }).map((count) => addDays(asDay("2025-01-01"), count));
const worked = new Set(workedDays(2024, 2031));

describe("reminderDays", () => {
  it("come before the last safe payment day, on working days", () => {
    // The last safe day is 29.06.2026; 30 days before the end is a Sunday, and so is one day before the safe day.
    expect(reminderDays(belarusCalendar, july)).toEqual([
      { days: 60, on: "2026-05-22" },
      { days: 14, on: "2026-06-15" },
      { days: 30, on: "2026-06-19" },
      { days: 7, on: "2026-06-22" },
      { days: 1, on: "2026-06-26" },
    ]);
  });

  it("do not begin a month's certificate with its own end", () => {
    expect(reminderDays(belarusCalendar, period("2026-04-22", "2026-05-21"))).toEqual([
      { days: 3, on: "2026-04-25" },
      { days: 1, on: "2026-04-28" },
    ]);
  });

  it("hold for every period: worked, safe, each day once, all six of a long one unless two fall together", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 20, max: 400 }), (startedOn, length) => {
        const one = period(startedOn, addDays(startedOn, length));
        const safe = lastSafePaymentDay(belarusCalendar, one.lastDay);
        const plan = reminderDays(belarusCalendar, one);
        for (const { on } of plan) expect(worked.has(on) && on < safe && on > startedOn, on).toBe(true);
        expect(new Set(plan.map(({ on }) => on)).size).toBe(plan.length);
        if (length > 120) expect(plan.length).toBeGreaterThanOrEqual(4);
        expect(plan.map(({ on }) => on)).toEqual(plan.map(({ on }) => on).sort());
      }),
    );
  });
});

describe("reminderDue", () => {
  const due = (today: string) => reminderDue(belarusCalendar, asDay(today), july)?.days ?? null;

  it.each([
    ["2026-05-21", null],
    ["2026-05-22", 60],
    ["2026-06-12", 60],
    ["2026-06-15", 14],
    ["2026-06-20", null], // a Saturday
    ["2026-06-23", 7],
    ["2026-07-01", 1], // nobody worked on the 26th
    ["2026-07-21", 1],
    ["2026-07-22", null],
  ])("on %s: %s", (today, days) => {
    expect(due(today)).toBe(days);
  });

  it("does not wait for a working day that comes after the end", () => {
    const ends = period("2026-04-22", "2026-07-26");
    expect(reminderDue(belarusCalendar, asDay("2026-07-25"), ends)?.days).toBe(1);
  });
});
