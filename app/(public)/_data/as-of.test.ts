import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { asOf, onThatDay } from "./as-of.ts";

const today = asDay("2026-11-21");

describe("as of a day", () => {
  it.each([
    ["2026-03-01", "2026-03-01"],
    ["01.03.2026", "2026-03-01"],
    [" 2026-12-31 ", "2026-12-31"],
  ])("%s is that day", (typed, day) => {
    expect(asOf(typed, today)).toEqual({ day, asked: day, wrong: null });
    expect(onThatDay("/documents", asOf(typed, today))).toBe(`/documents?on=${day}`);
  });

  it.each([undefined, "", "  ", ["2026-03-01", "2026-03-02"], "2026-11-21"])("%s is today", (typed) => {
    expect(asOf(typed, today)).toEqual({ day: today, asked: null, wrong: null });
    expect(onThatDay("/documents", asOf(typed, today))).toBe("/documents");
  });

  it.each(["2026-02-31", "вчера", "1", "9".repeat(1000)])("%s is no day: today, and what was typed, cut", (typed) => {
    expect(asOf(typed, today)).toEqual({ day: today, asked: null, wrong: typed.slice(0, 20) });
  });
});
