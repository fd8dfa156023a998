import { describe, expect, it } from "vitest";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addDays, asDay } from "#/lib/calendar/day.ts";
import { workedDays } from "#/lib/calendar/testing/naive.ts";
import { CONTRACT_DATES, type Course, contractDates } from "./dates.ts";
import { facts } from "./testing.ts";

const { bindings } = facts.offer;
const dates = (course: Course, periodStart: "activation" | "payment" = "activation") =>
  contractDates(belarusCalendar, { periodStart }, bindings, course);
const plain = (course: Course, periodStart?: "activation" | "payment") =>
  Object.fromEntries(CONTRACT_DATES.map((name) => [name, dates(course, periodStart)[name].date]));

describe("contractDates", () => {
  it("takes the last days of both sides when nothing else is said", () => {
    expect(plain({ paidOn: asDay("2026-04-16"), months: 12 })).toEqual({
      activationDue: "2026-05-11",
      actDue: "2026-05-11",
      actSentOn: "2026-05-11",
      deemedOn: "2026-05-18",
      contractEnd: "2027-05-10",
      lastSafePaymentDay: "2027-04-19",
    });
  });

  it("takes the days that happened", () => {
    const course = { paidOn: asDay("2026-04-16"), months: 3, activatedOn: asDay("2026-04-22") };
    expect(plain({ ...course, actSentOn: asDay("2026-04-23") })).toMatchObject({
      activationDue: "2026-05-11",
      actSentOn: "2026-04-23",
      deemedOn: "2026-04-29",
      contractEnd: "2026-07-21",
      lastSafePaymentDay: "2026-06-29",
    });
    expect(plain(course, "payment").contractEnd).toBe("2026-07-15");
  });

  it("says that a date leans on days that may still be moved", () => {
    const provisional = (paidOn: string, activatedOn?: string) => {
      const all = dates({ paidOn: asDay(paidOn), months: 1, ...(activatedOn && { activatedOn: asDay(activatedOn) }) });
      return CONTRACT_DATES.filter((name) => all[name].explanation.counted.provisional);
    };
    expect(provisional("2026-04-16")).toEqual([]);
    expect(provisional("2026-12-22")).toEqual([...CONTRACT_DATES]);
    // The seller was quick: the period is certain, the last safe day looks into 2027.
    expect(provisional("2026-12-08", "2026-12-09")).toEqual(["deemedOn", "lastSafePaymentDay"]);
  });

  it("agrees with a naive count from every day of two years", () => {
    const worked = workedDays(2023, 2031);
    const nth = (day: string, count: number) => worked[worked.findIndex((one) => one > day) + count - 1]!;
    for (let paidOn = asDay("2025-07-01"); paidOn < "2027-07-01"; paidOn = addDays(paidOn, 1)) {
      const all = dates({ paidOn, months: 6 });
      expect(all.activationDue.date).toBe(nth(paidOn, 15));
      expect(all.deemedOn.date).toBe(nth(all.actSentOn.date, 5));
      const safe = all.lastSafePaymentDay.date;
      const end = all.contractEnd.date;
      expect(nth(safe, 15) <= end && nth(addDays(safe, 1), 15) > end, paidOn).toBe(true);
    }
  });
});
