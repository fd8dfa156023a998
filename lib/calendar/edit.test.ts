import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { belarusCalendar } from "./belarus.ts";
import { dayKind } from "./calendar.ts";
import { addDays, asDay, yearOf } from "./day.ts";
import { type CalendarBook, type CalendarEdit, calendarEditInput, calendarOf, editCalendar } from "./edit.ts";

const { holidays } = belarusCalendar;
const book: CalendarBook = {
  transfers: belarusCalendar.transfers.map((one, index) => ({ ...one, id: `t-${index}`, source: "government" })),
  years: belarusCalendar.confirmedYears,
};
const transfer = (off: string, worked: string, more = {}): CalendarEdit => ({
  kind: "transfer",
  off: asDay(off),
  worked: asDay(worked),
  resolution: "постановление № 1",
  source: "government",
  reason: "опубликовано сегодня",
  ...more,
});
const edited = (edit: CalendarEdit) => editCalendar(holidays, book, edit, "new");
const anyDay = fc.integer({ min: 0, max: 1500 }).map((count) => addDays(asDay("2026-01-01"), count));

describe("editCalendar", () => {
  it("moves a day off, and says which days it touched", () => {
    const done = edited(transfer("2027-01-08", "2027-01-16"));
    expect(done).toMatchObject({ ok: true, value: { days: ["2027-01-08", "2027-01-16"] } });
    if (!done.ok) return;
    const calendar = calendarOf(holidays, done.value.book);
    expect(dayKind(calendar, asDay("2027-01-08"))).toEqual({
      working: false,
      reason: { code: "transferred-off", resolution: "постановление № 1" },
    });
    expect(dayKind(calendar, asDay("2027-01-16")).working).toBe(true);
  });

  it.each([
    [transfer("2026-11-21", "2026-11-28"), "calendar.off_is_free", "off"],
    [transfer("2026-11-23", "2026-11-24"), "calendar.worked_is_working", "worked"],
    [transfer("2026-04-25", "2026-05-02"), "calendar.moved_before", "off"],
    [transfer("2026-04-22", "2026-04-20"), "calendar.moved_before", "worked"],
    [transfer("2026-12-31", "2027-01-09"), "calendar.other_year", "worked"],
    [transfer("2026-02-02", "2026-08-01"), "calendar.too_far", "worked"],
    [{ kind: "withdraw", id: "nobody", reason: "ошибка ввода" } as const, "record.not_found", "id"],
    [
      { kind: "confirm-year", year: 2026, resolution: "№ 397", reason: "ещё раз" } as const,
      "calendar.year_confirmed",
      "year",
    ],
  ])("refuses %o", (edit, code, field) => {
    expect(edited(edit)).toEqual({ ok: false, error: { code, field } });
  });

  it("lets the seller shift its own day over the new year", () => {
    expect(edited(transfer("2026-12-31", "2027-01-09", { source: "seller" })).ok).toBe(true);
  });

  it("confirms a year without touching a day", () => {
    const done = edited({ kind: "confirm-year", year: 2027, resolution: "постановление № 5", reason: "опубликовано" });
    expect(done).toMatchObject({ ok: true, value: { days: [], book: { years: [2023, 2024, 2025, 2026, 2027] } } });
  });

  it("never moves a day that it does not name, and a withdrawal takes back all of it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 30 }), anyDay, (off, away, other) => {
        const worked = addDays(off, away);
        const done = edited(transfer(off, worked));
        fc.pre(done.ok);
        const { days, book: after } = done.value;
        const [before, now] = [calendarOf(holidays, book), calendarOf(holidays, after)];
        if (!days.includes(other)) expect(dayKind(now, other)).toEqual(dayKind(before, other));
        for (const day of days) expect(dayKind(now, day).working).not.toBe(dayKind(before, day).working);
        expect(yearOf(off)).toBe(yearOf(worked));
        const undone = editCalendar(holidays, after, { kind: "withdraw", id: "new", reason: "ошибка" }, "x");
        expect(undone).toMatchObject({ ok: true, value: { book, days } });
      }),
    );
  });
});

it("reads a form's texts", () => {
  const read = calendarEditInput.safeParse({
    ...transfer("2027-01-08", "2027-01-16"),
    off: "08.01.2027",
    worked: " 16.01.2027 ",
  });
  expect(read.data).toMatchObject({ off: "2027-01-08", worked: "2027-01-16" });
  const bad = calendarEditInput.safeParse({ ...transfer("2027-01-08", "2027-01-16"), off: "31.02.2027", reason: "да" });
  expect(bad.error?.issues.map(({ message, path }) => `${path.join(".")}: ${message}`)).toEqual([
    "off: day.format",
    "reason: reason.required",
  ]);
});
