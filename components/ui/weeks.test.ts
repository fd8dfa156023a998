import { describe, expect, it } from "vitest";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { weeksOf } from "./weeks.ts";

describe("weeksOf", () => {
  const term = addWorkingDays(belarusCalendar, asDay("2026-04-16"), 15);
  const cells = weeksOf(term).flat();

  it("covers whole weeks, Monday first, from the event to the end of the term", () => {
    expect(cells[0]?.day).toBe("2026-04-13");
    expect(cells.length % 7).toBe(0);
    expect(cells.find((cell) => cell.kind === "start")?.day).toBe("2026-04-16");
    expect(cells.filter((cell) => cell.due).map((cell) => cell.day)).toEqual([term.date]);
  });

  it("numbers each counted day once and marks each skipped one", () => {
    expect(cells.flatMap((cell) => cell.ordinal ?? [])).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    expect(cells.filter((cell) => cell.kind === "skipped").map((cell) => cell.day)).toEqual(
      term.skipped.map((one) => one.date),
    );
  });

  it("gives one week for a term that ends in the week of its event", () => {
    expect(weeksOf(addWorkingDays(belarusCalendar, asDay("2026-04-13"), 2))).toHaveLength(1);
  });
});
