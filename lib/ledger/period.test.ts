import { expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { readPeriod, usualPeriods } from "./period.ts";

const today = asDay("2026-11-21");

test("a period is two days in order; anything else is the month of today", () => {
  expect(readPeriod({ from: "2026-02-03", to: "28.02.2026" }, today)).toEqual({ from: "2026-02-03", to: "2026-02-28" });
  const month = { from: "2026-11-01", to: "2026-11-30" };
  for (const query of [
    {},
    { from: "2026-02-03" },
    { from: "2026-02-31", to: "2026-03-01" },
    { from: "2026-03-02", to: "2026-03-01" },
  ])
    expect(readPeriod(query, today)).toEqual(month);
});

test("the usual periods end on last days", () => {
  expect(usualPeriods(today).map(({ period }) => period)).toEqual([
    { from: "2026-11-01", to: "2026-11-30" },
    { from: "2026-10-01", to: "2026-10-31" },
    { from: "2026-10-01", to: "2026-12-31" },
    { from: "2026-01-01", to: "2026-12-31" },
  ]);
  expect(usualPeriods(asDay("2026-03-31"))[1]?.period).toEqual({ from: "2026-02-01", to: "2026-02-28" });
});
