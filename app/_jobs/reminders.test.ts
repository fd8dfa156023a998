import { describe, expect, it } from "vitest";

import { addDays, asDay } from "#/lib/calendar/day.ts";
import { reminderDue } from "./reminders.ts";

const end = asDay("2026-07-21");
const due = (left: number, days = 90) => reminderDue(addDays(end, -left), end, addDays(end, -days));

describe("reminderDue", () => {
  it.each([
    [31, null],
    [30, 30],
    [15, 30],
    [14, 14],
    [8, 14],
    [7, 7],
    [2, 7],
    [1, 1],
    [0, 1],
    [-1, null],
  ])("%i days before the end: the notice of %s", (left, expected) => {
    expect(due(left)).toBe(expected);
  });

  it("does not begin a month's certificate with its own end", () => {
    expect(due(29, 29)).toBeNull();
    expect(due(14, 29)).toBe(14);
  });
});
