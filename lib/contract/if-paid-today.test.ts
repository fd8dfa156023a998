import { describe, expect, test } from "vitest";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { ifPaidToday } from "./if-paid-today.ts";
import { defaultSettings } from "./settings.ts";

const bindings = {
  activationWorkingDays: 15,
  actWorkingDays: 15,
  answerCalendarDays: 3,
  deemedWorkingDays: 5,
  editionCalendarDays: 5,
  forceMajeureNoticeCalendarDays: 10,
  forceMajeureMonths: 6,
  requisitesWorkingDays: 1,
  priceListUrl: "https://example.by/prices",
  rulesUrl: "https://example.by/rules",
};
const dates = (day: string, settings = defaultSettings) => {
  const { paidOn, invoice, access, act, silence } = ifPaidToday(belarusCalendar, settings, bindings, asDay(day));
  return [paidOn, ...[invoice, access, act, silence].map(({ counted }) => counted.date)];
};

describe("if you pay today", () => {
  test("paid on 16.04.2026: the working Saturday 25.04 counts, the transfer, Radunitsa and 1 May do not", () => {
    expect(dates("2026-04-16")).toEqual(["2026-04-16", "2026-04-25", "2026-05-11", "2026-05-11", "2026-05-18"]);
  });

  test("on a Saturday the bank credits on Monday, and the clocks of 3.5 start from there", () => {
    expect(dates("2026-06-06")[0]).toBe("2026-06-08");
    expect(dates("2026-06-06").slice(2)).toEqual(dates("2026-06-08").slice(2));
  });

  test("where the seller takes the day of the payment order, a Saturday counts as itself", () => {
    expect(dates("2026-06-06", { ...defaultSettings, acceptanceDay: "ordered" })[0]).toBe("2026-06-06");
  });
});
