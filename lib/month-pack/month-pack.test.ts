import { describe, expect, it } from "vitest";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { missingSignatures } from "./missing.ts";
import { uniqueNames } from "./names.ts";
import { duePacks, lastMonth, monthsBefore, packDayInput, readMonth, workingDayOf } from "./schedule.ts";

const day = asDay;
/** Holidays and weekends alone, whatever was moved in a year. */
const calendar = { ...belarusCalendar, transfers: [] };

describe("when a pack is due", () => {
  it.each([
    ["2026-04-01", 1, "2026-04-01"],
    ["2026-04-01", 3, "2026-04-03"],
    ["2026-05-01", 1, "2026-05-04"],
    ["2026-05-01", 2, "2026-05-05"],
    ["2026-01-01", 1, "2026-01-05"],
  ])("of the month from %s working day %s is %s", (month, n, expected) => {
    expect(workingDayOf(calendar, day(month), n)).toBe(expected);
  });

  it("each month once on its day, those a worker missed too, none from before the choice", () => {
    const due = (today: string, on: string) =>
      duePacks(calendar, day(today), { workingDay: 2, on: day(on) }).map(({ month }) => month);
    expect(due("2026-05-04", "2026-04-30")).toEqual([]);
    expect(due("2026-05-05", "2026-04-30")).toEqual(["2026-04-01"]);
    expect(due("2026-05-31", "2026-04-30")).toEqual(["2026-04-01"]);
    expect(due("2026-05-31", "2026-05-06")).toEqual([]);
    expect(due("2026-07-20", "2026-04-30")).toEqual(["2026-04-01", "2026-05-01", "2026-06-01"]);
    expect(due("2027-07-20", "2026-04-30")).toEqual(["2027-03-01", "2027-04-01", "2027-05-01", "2027-06-01"]);
  });

  it("reads a month of an address, none that has not begun", () => {
    const today = day("2026-05-04");
    expect(readMonth("2026-04", today)).toEqual({ from: "2026-04-01", to: "2026-04-30" });
    expect(readMonth("2026-05", today)).toEqual({ from: "2026-05-01", to: "2026-05-31" });
    for (const none of ["2026-06", "2026-13", "2026-4", "апрель", "", null]) expect(readMonth(none, today)).toBeNull();
    expect(lastMonth(day("2026-01-15"))).toEqual({ from: "2025-12-01", to: "2025-12-31" });
    expect(monthsBefore(day("2026-02-15"), 3)).toEqual(["2026-02-01", "2026-01-01", "2025-12-01"]);
  });

  it("takes days one to ten, and nothing for off", () => {
    const read = (workingDay: string) => packDayInput.safeParse({ workingDay }).data?.workingDay;
    expect(["", "1", "10"].map(read)).toEqual([null, 1, 10]);
    for (const wrong of ["0", "11", "-1", "1.5", "x"]) expect(read(wrong), wrong).toBeUndefined();
  });
});

it("what lacks a signature: since when and whose step, the oldest first; silence and both signatures lack none", () => {
  const on = day("2026-04-10");
  const act = (
    number: string,
    status: "issued" | "sent" | "received" | "signed" | "refused" | "deemed" | "replaced",
  ) => ({
    ...{ id: number, contractId: "c", number, status, issuedOn: on },
    ...{
      sentOn: status === "issued" ? null : day("2026-04-12"),
      refusedOn: status === "refused" ? day("2026-04-14") : null,
    },
  });
  const reconciliation = (
    number: string,
    state: "open" | "disputed" | "answered" | "agreed" | "replaced",
    copies = 0,
  ) => ({
    ...{ id: number, number, issuedOn: on, state, stateOn: day("2026-04-20"), copies },
  });
  const missing = missingSignatures(
    (["refused", "signed", "sent", "deemed", "issued", "replaced", "received"] as const).map((status, at) =>
      act(`A${at}`, status),
    ),
    [
      reconciliation("R1", "open"),
      reconciliation("R2", "disputed"),
      reconciliation("R3", "agreed"),
      reconciliation("R4", "agreed", 1),
      reconciliation("R5", "replaced"),
    ],
  );
  expect(missing.map(({ number, since, step }) => `${number} ${since} ${step}`)).toEqual([
    "A4 2026-04-10 seller-sends",
    "A2 2026-04-12 sign",
    "A6 2026-04-12 sign",
    "A0 2026-04-14 seller-corrects",
    "R1 2026-04-20 answer",
    "R2 2026-04-20 seller-answers",
    "R3 2026-04-20 upload-copy",
  ]);
});

it("names in an archive are each one's own, and lead nowhere out of it", () => {
  const name = uniqueNames();
  expect([
    name("Акты/", "Акт 1.pdf"),
    name("Акты/", "АКТ 1.PDF"),
    name("Счета/", "Акт 1.pdf"),
    name("", "../../etc/passwd"),
    name("", "..\\..\\boot.ini"),
    name("", "..hidden"),
  ]).toEqual(["Акты/Акт 1.pdf", "Акты/АКТ 1 (2).PDF", "Счета/Акт 1.pdf", "passwd", "boot.ini", "_hidden"]);
});
