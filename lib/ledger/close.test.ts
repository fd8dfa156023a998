import { describe, expect, test } from "vitest";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { dayKind } from "#/lib/calendar/calendar.ts";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { type CloseFacts, checklist, closes, type StatementSpan, uncoveredDays } from "./close.ts";

const isWorking = (day: Day) => dayKind(belarusCalendar, day).working;
const span = (from: string, to: string, opening = 0n, closing = 0n, account = "A"): StatementSpan => ({
  ...{ account, opening, closing },
  ...{ from: asDay(from), to: asDay(to) },
});
const CLEAR: CloseFacts = {
  month: asDay("2026-04-01"),
  today: asDay("2026-05-04"),
  earlierOpen: null,
  statements: [span("2026-03-30", "2026-04-12", 0n, 5n), span("2026-04-13", "2026-04-30", 5n, 9n)],
  isWorking,
  counts: { "lines-unmatched": 0, "proposals-open": 0, "money-to-return": 0, "acts-unsent": 0, "acts-unanswered": 0 },
  findings: [],
};
const blocking = (more: Partial<CloseFacts>) =>
  checklist({ ...CLEAR, ...more })
    .filter(({ count }) => count > 0)
    .map(({ name, count, at }) => [name, count, at]);

describe("the checklist of a month", () => {
  test("lets it close where nothing is in the way, and says every check", () => {
    expect(blocking({})).toEqual([]);
    expect(closes(checklist(CLEAR))).toBe(true);
    expect(checklist(CLEAR)).toHaveLength(11);
  });

  test("not on its last day, from the next one", () => {
    expect(blocking({ today: asDay("2026-04-30") })).toEqual([["not-over", 1, "2026-04-30"]]);
    expect(blocking({ today: asDay("2026-05-01") })).toEqual([]);
  });

  test("names each thing in the way", () => {
    expect(blocking({ earlierOpen: asDay("2026-02-01") })).toEqual([["earlier-open", 1, "2026-02-01"]]);
    for (const name of Object.keys(CLEAR.counts))
      expect(blocking({ counts: { ...CLEAR.counts, [name]: 3 } })).toEqual([[name, 3, null]]);
    expect(
      blocking({
        findings: [
          { law: "invoice-number", count: 1, example: "26-000002-2" },
          { law: "bank-balance", count: 1, example: "-1" },
        ],
      }),
    ).toEqual([
      ["numbers", 1, "26-000002-2"],
      ["books", 1, null],
    ]);
  });

  test("asks for every working day of every account, and for none that is off", () => {
    const statements = [span("2026-04-01", "2026-04-17"), span("2026-04-22", "2026-04-30")];
    // 18 and 19 April are a weekend, 20 April is moved to Saturday 25 April, 21 April is Radunitsa.
    expect(uncoveredDays({ ...CLEAR, statements })).toEqual([]);
    expect(blocking({ statements: [...statements, span("2026-04-01", "2026-04-24", 0n, 0n, "B")] })).toEqual([
      ["statement-days", 5, "2026-04-25"],
    ]);
    expect(uncoveredDays({ ...CLEAR, statements: [] }).length).toBeGreaterThan(19);
  });

  test("compares each statement with the one before on the same account", () => {
    const broken = [span("2026-04-01", "2026-04-12", 0n, 5n), span("2026-04-13", "2026-04-30", 4n, 9n)];
    expect(blocking({ statements: broken })).toEqual([["statement-balance", 1, "2026-04-13"]]);
  });
});
