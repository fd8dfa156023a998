import { expect, test } from "vitest";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { askErasureInput, eraseInput, erasureDeadline, refuseErasureInput } from "./request.ts";

test("fifteen calendar days, the day of the demand not counted, a day off at the end kept", () => {
  const { due, explanation } = erasureDeadline(belarusCalendar, asDay("2027-02-25"));
  expect(due).toBe("2027-03-12");
  expect(explanation).toMatchObject({ clause: "99-З, ст. 13", unit: "calendar-days", length: 15, start: "2027-02-25" });
  expect(explanation.counted.counted).toHaveLength(15);
  expect(explanation.counted.counted[0]).toBe("2027-02-26");
  // 25.04.2026 is a Saturday.
  expect(erasureDeadline(belarusCalendar, asDay("2026-04-10")).due).toBe("2026-04-25");
});

test("forms: a tick, a reason that says something", () => {
  expect(askErasureInput.safeParse({}).success).toBe(false);
  expect(askErasureInput.safeParse({ understood: "true" }).success).toBe(true);
  const requestId = crypto.randomUUID();
  expect(refuseErasureInput.safeParse({ requestId, reason: "нет" }).success).toBe(false);
  expect(eraseInput.parse({ requestId, understood: "true" }).owners).toEqual({});
});
