import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { type Calendar, dayKind } from "#/lib/calendar/calendar.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { workedDays } from "#/lib/calendar/testing/naive.ts";
import type { Contract } from "./contract.ts";
import { recount, recountDeadlines } from "./recount.ts";
import { act, active, concluded, contract, givenOn, invoice } from "./testing.ts";

const shifted = (off: string, worked: string): Calendar => ({
  ...belarusCalendar,
  transfers: [...belarusCalendar.transfers, { off: asDay(off), worked: asDay(worked), resolution: "№ 1" }],
});
const by = (calendar: Calendar, today: string) => ({ ...givenOn(today), calendar });
const moves = (one: Contract, calendar: Calendar, today: string) =>
  recount(one, by(calendar, today)).map(({ clock, from, to, kept }) => [clock, from, to, kept]);

describe("recount", () => {
  // Paid on 16.04.2026: fifteen working days end on 11.05.2026.
  const paid = concluded({ activationDueOn: asDay("2026-05-11"), actDueOn: asDay("2026-05-11") });

  it("moves the seller's terms by a day that became free", () => {
    expect(moves(paid, shifted("2026-05-04", "2026-05-16"), "2026-04-20")).toEqual([
      ["activation", "2026-05-11", "2026-05-12", false],
      ["act-sending", "2026-05-11", "2026-05-12", false],
    ]);
  });

  it("moves nothing by days outside the term", () => {
    expect(moves(paid, shifted("2026-05-13", "2026-05-16"), "2026-04-20")).toEqual([]);
    expect(moves(paid, shifted("2026-04-15", "2026-04-11"), "2026-04-20")).toEqual([]);
  });

  it("leaves what is settled alone", () => {
    const settled = active({
      act: "signed",
      acts: [act({ status: "signed", signedOn: asDay("2026-04-24"), deemedDueOn: asDay("2026-04-29") })],
      activationDueOn: asDay("2026-05-11"),
      actDueOn: asDay("2026-05-11"),
    });
    expect(moves(settled, shifted("2026-04-27", "2026-05-16"), "2026-04-24")).toEqual([]);
  });

  it("gives an invoice more days and never takes one", () => {
    const open = contract({
      invoices: [invoice({ issuedOn: asDay("2026-04-15"), validUntil: asDay("2026-04-24"), status: "live" })],
    });
    expect(moves(open, belarusCalendar, "2026-04-16")).toEqual([]);
    expect(moves(open, shifted("2026-04-17", "2026-05-16"), "2026-04-16")).toEqual([
      ["invoice-validity", "2026-04-24", "2026-04-25", false],
    ]);
    const earlier = shifted("2026-05-18", "2026-04-18");
    expect(moves(open, earlier, "2026-04-16")).toEqual([["invoice-validity", "2026-04-24", "2026-04-24", true]]);
    expect(recountDeadlines(open, by(earlier, "2026-04-16"), { reason: "сдвиг", calendar: {} })).toBeNull();
  });

  it("ends no term in the past", () => {
    expect(moves(paid, shifted("2026-06-01", "2026-05-02"), "2026-05-11")).toEqual([
      ["activation", "2026-05-11", "2026-05-11", true],
      ["act-sending", "2026-05-11", "2026-05-11", true],
    ]);
  });

  it("is one change with one line of history for all clocks of the contract", () => {
    const change = recountDeadlines(paid, by(shifted("2026-05-04", "2026-05-16"), "2026-04-20"), {
      reason: "перенос",
      calendar: { kind: "transfer" },
    });
    expect(change).toMatchObject({
      stage: paid.stage,
      act: paid.act,
      set: { activationDueOn: "2026-05-12", actDueOn: "2026-05-12" },
      event: { step: "recount-deadlines", clause: "3.5", reason: "перенос" },
    });
    expect(change?.event.data.moved).toEqual([
      { clock: "activation", clause: "3.5", from: "2026-05-11", to: "2026-05-12" },
      { clock: "act-sending", clause: "3.5", from: "2026-05-11", to: "2026-05-12" },
    ]);
  });

  it("moves a term exactly where an independent count says so, and taking the edit back moves it back", () => {
    const day = fc.integer({ min: 0, max: 40 }).map((count) => addDays(asDay("2026-04-10"), count));
    fc.assert(
      fc.property(day, day, (off, worked) => {
        fc.pre(dayKind(belarusCalendar, off).working && !dayKind(belarusCalendar, worked).working);
        fc.pre(!belarusCalendar.transfers.some((one) => [one.off, one.worked].some((d) => d === off || d === worked)));
        const calendar = shifted(off, worked);
        const moved = recount(paid, by(calendar, "2026-04-16"));
        const days = new Set(workedDays(2026, 2026));
        days.delete(off);
        days.add(worked);
        const due = [...days].sort().filter((one) => one > "2026-04-16")[14];
        expect(moved[0]?.to ?? "2026-05-11").toBe(due);
        const to = moved[0]?.to ?? ("2026-05-11" as Day);
        const after = { ...paid, activationDueOn: to, actDueOn: to };
        expect(recount(after, by(calendar, "2026-04-16"))).toEqual([]);
        const back = recount(after, by(belarusCalendar, "2026-04-16"));
        expect(back[0]?.to ?? "2026-05-11").toBe(addWorkingDays(belarusCalendar, asDay("2026-04-16"), 15).date);
      }),
    );
  });
});
