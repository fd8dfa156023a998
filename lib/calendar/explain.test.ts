import { describe, expect, it } from "vitest";
import { belarusCalendar } from "./belarus.ts";
import { addWorkingDays } from "./count.ts";
import { addDays, asDay } from "./day.ts";
import { deadline, explain } from "./explain.ts";
import { lastSafePaymentDay } from "./last-safe-payment.ts";

const start = asDay("2026-04-16");

describe("explain", () => {
  it("carries the rule, the clause and the arithmetic", () => {
    const rule = { code: "activation", clause: "3.5", unit: "working-days", length: 15 } as const;
    expect(explain(belarusCalendar, rule, start)).toEqual({
      rule: "activation",
      clause: "3.5",
      unit: "working-days",
      length: 15,
      start: "2026-04-16",
      counted: addWorkingDays(belarusCalendar, start, 15),
    });
  });

  it.each([
    ["calendar-days", "keep", 3, "2026-04-19"],
    ["calendar-days", "next-working", 3, "2026-04-22"],
    ["months", "keep", 6, "2026-10-16"],
  ] as const)("counts %s, %s", (unit, dayOff, length, due) => {
    expect(deadline(belarusCalendar, { code: "answer", clause: "3.6", unit, length, dayOff }, start).due).toBe(due);
  });

  it("survives storage as JSON", () => {
    const made = deadline(belarusCalendar, { code: "deemed", clause: "3.8", unit: "working-days", length: 5 }, start);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });
});

describe("lastSafePaymentDay", () => {
  it("is the last from which fifteen working days fit, whatever day the subscription ends", () => {
    const end = (from: string) => addWorkingDays(belarusCalendar, asDay(from), 15).date;
    expect(lastSafePaymentDay(belarusCalendar, asDay("2026-05-11"))).toBe("2026-04-16");
    expect([end("2026-04-16"), end("2026-04-17")]).toEqual(["2026-05-11", "2026-05-12"]);
    for (let day = asDay("2025-01-01"); day < "2028-01-01"; day = addDays(day, 1)) {
      const safe = lastSafePaymentDay(belarusCalendar, day);
      expect(end(safe) <= day && end(addDays(safe, 1)) > day, day).toBe(true);
    }
  });
});
