import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { dayKind } from "#/lib/calendar/calendar.ts";
import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { deadline, type TermRule } from "#/lib/calendar/explain.ts";
import { clocksOf } from "./clocks.ts";
import {
  affecting,
  type ForceMajeureCase,
  lastDayOf,
  shiftedDeadline,
  withdrawalCase,
  withdrawalFrom,
} from "./force-majeure.ts";
import { deemAct } from "./steps/deem-act.ts";
import { declareCase, declareForceMajeure, endCase, endForceMajeure } from "./steps/force-majeure.ts";
import { sellerFault, withdrawForForceMajeure } from "./steps/terminate.ts";
import { act, active, base, concluded, givenOn } from "./testing.ts";

const one = (from: string, to: string | null, changes: Partial<ForceMajeureCase> = {}): ForceMajeureCase => ({
  id: `case-${from}`,
  kind: "strike",
  from: asDay(from),
  to: to ? asDay(to) : null,
  expectedTo: asDay(to ?? from),
  declaredBy: "seller",
  declaredOn: asDay(from),
  late: false,
  ...changes,
});
const given = (today: string) => ({ calendar: belarusCalendar, today: asDay(today) });
const fifteen: TermRule = { code: "activation", clause: "3.5", unit: "working-days", length: 15 };
const due = (cases: ForceMajeureCase[], today = "2026-05-01") =>
  shiftedDeadline(cases, given(today), fifteen, asDay("2026-04-16"));

describe("5.2: a term is put off by the circumstance", () => {
  test("by the working days that fell into it, and says which", () => {
    expect(due([]).due).toBe("2026-05-11");
    // The 21st is Радуница: 22, 23 and 24 April are worked.
    const moved = due([one("2026-04-21", "2026-04-24")]);
    expect(moved.due).toBe("2026-05-14");
    expect(moved.shifts).toEqual([{ caseId: "case-2026-04-21", from: "2026-04-22", to: "2026-04-24", days: 3 }]);
    expect(moved.explanation.length).toBe(15);
    expect(moved.explanation.counted.counted).toHaveLength(18);
  });

  test("a case over the term's end holds it until the case is over", () => {
    expect(due([one("2026-05-11", "2026-06-30")]).due).toBe("2026-07-01");
  });

  test("a case that lasts is taken to the day expected, and beyond it to today", () => {
    const open = one("2026-04-21", null, { expectedTo: asDay("2026-04-24") });
    expect(due([open], "2026-04-22").due).toBe("2026-05-14");
    expect(due([open], "2026-04-27").due).toBe("2026-05-18");
    expect(lastDayOf(open, asDay("2026-04-27"))).toBe("2026-04-27");
  });

  test("only for circumstances that came after the contract was concluded (5.1)", () => {
    const before = one("2026-04-15", "2026-04-24");
    const after = one("2026-04-16", "2026-04-24");
    expect(affecting([after, before], asDay("2026-04-16"))).toEqual([after]);
    expect(affecting([after], null)).toEqual([]);
  });

  const dayOf = fc.integer({ min: 0, max: 120 }).map((n) => addDays(asDay("2026-03-01"), n));
  const cases = fc
    .array(fc.tuple(dayOf, fc.integer({ min: 0, max: 40 })), { maxLength: 4 })
    .map((all) => all.map(([from, days], n) => one(from, addDays(from, days), { id: `c${n}` })));
  const rules = fc.constantFrom<TermRule>(
    fifteen,
    { ...fifteen, length: 5 },
    { code: "answer", clause: "3.6", unit: "calendar-days", length: 3, dayOff: "keep" },
    { code: "answer", clause: "3.6", unit: "calendar-days", length: 3, dayOff: "next-working" },
  );

  test("an end that a day off moves into a case is put off to the first working day after it", () => {
    // Received on Wednesday the 22nd: three days end on Saturday, a day off, so on Monday, when the strike begins.
    const answer: TermRule = {
      code: "answer",
      clause: "3.6",
      unit: "calendar-days",
      length: 3,
      dayOff: "next-working",
    };
    const calendar = { ...belarusCalendar, transfers: [] };
    const of = (cases: ForceMajeureCase[]) =>
      shiftedDeadline(cases, { ...given("2026-06-01"), calendar }, answer, asDay("2026-04-22"));
    expect(of([]).due).toBe("2026-04-27");
    const moved = of([one("2026-04-27", "2026-04-30")]);
    // The 1st of May is a holiday.
    expect(moved.due).toBe("2026-05-04");
    expect(moved.shifts).toEqual([{ caseId: "case-2026-04-27", from: "2026-04-27", to: "2026-04-30", days: 4 }]);
    expect(moved.explanation.length).toBe(3);
    const { counted, skipped } = moved.explanation.counted;
    expect(counted).toEqual(
      ["04-23", "04-24", "04-25", "04-27", "04-28", "04-29", "04-30"].map((date) => `2026-${date}`),
    );
    expect(skipped.map(({ date }) => date)).toEqual(["04-26", "05-01", "05-02", "05-03"].map((date) => `2026-${date}`));
  });

  test("agrees with a naive walk: the n-th day of the unit that no case covers", () => {
    fc.assert(
      fc.property(cases, rules, dayOf, (all, rule, start) => {
        const covered = (day: Day) => all.some(({ from, to }) => from <= day && day <= to!);
        let day = start;
        for (let left = rule.length; left > 0; ) {
          day = addDays(day, 1);
          const counts = rule.unit === "calendar-days" || dayKind(belarusCalendar, day).working;
          if (counts && !covered(day)) left--;
        }
        const moves = rule.unit === "calendar-days" && rule.dayOff === "next-working";
        while (moves && (!dayKind(belarusCalendar, day).working || covered(day))) day = addDays(day, 1);
        const found = shiftedDeadline(all, given("2026-12-31"), rule, start);
        expect(found.due).toBe(day);
        const days = found.shifts.reduce((sum, shift) => sum + shift.days, 0);
        expect(days).toBe(found.explanation.counted.counted.filter(covered).length);
        if (!found.explanation.counted.counted.some(covered))
          expect(found.due).toBe(deadline(belarusCalendar, rule, start).due);
      }),
      { numRuns: 500 },
    );
  });

  test("does not depend on the order in which cases were declared", () => {
    fc.assert(
      fc.property(cases, dayOf, (all, start) => {
        const of = (some: ForceMajeureCase[]) =>
          shiftedDeadline(affecting(some, asDay("2026-01-01")), given("2026-12-31"), fifteen, start);
        expect(of([...all].reverse())).toEqual(of(all));
      }),
    );
  });
});

describe("what follows from a shifted term", () => {
  const forceMajeure = [one("2026-04-21", "2026-04-24")];

  test("the stored days move with one line of history, once, and move back with an earlier end", () => {
    const touched = concluded({ forceMajeure });
    const input = { contractId: touched.id, caseId: forceMajeure[0]!.id };
    expect(
      declareForceMajeure(touched, input, givenOn("2026-04-27"), { alreadyTold: false, onBehalf: null }),
    ).toMatchObject({
      ok: true,
      value: {
        set: { activationDueOn: "2026-05-14", actDueOn: "2026-05-14" },
        event: {
          clause: "5.2",
          data: { moved: [{ clock: "activation", from: "2026-05-11", to: "2026-05-14" }, { clock: "act-sending" }] },
        },
      },
    });
    expect(declareForceMajeure(touched, input, givenOn("2026-04-27"), { alreadyTold: true, onBehalf: null }).ok).toBe(
      false,
    );
    const ended = concluded({
      activationDueOn: asDay("2026-05-14"),
      actDueOn: asDay("2026-05-14"),
      forceMajeure: [one("2026-04-21", "2026-04-22")],
    });
    expect(endForceMajeure(ended, input, givenOn("2026-04-27"), { alreadyTold: false, onBehalf: null })).toMatchObject({
      value: { set: { activationDueOn: "2026-05-12" } },
    });
  });

  test("an invoice's own term is not touched, nor is a clock that was stopped", () => {
    const clocks = clocksOf(concluded({ forceMajeure }), givenOn("2026-04-27"));
    expect(clocks.find(({ name }) => name === "invoice-validity")?.shifts).toEqual([]);
    expect(clocks.find(({ name }) => name === "activation")).toMatchObject({
      due: "2026-05-14",
      shifts: [{ days: 3 }],
    });
  });

  test("silence does not accept and the seller is not late while a circumstance lasts beyond the stored day", () => {
    const lasts = [one("2026-04-23", null)];
    const sent = active({ act: "sent", acts: [act()], forceMajeure: lasts });
    expect(deemAct(sent, {}, givenOn("2026-05-20"), undefined)).toMatchObject({
      error: { code: "act.answer_still_open" },
    });
    expect(sellerFault(concluded({ forceMajeure: lasts }), givenOn("2026-05-20"))).toBeNull();
    expect(sellerFault(concluded(), givenOn("2026-05-20"))?.kind).toBe("late");
  });
});

describe("5.3: the notice", () => {
  const said = {
    kind: "strike" as const,
    from: "2026-04-10",
    expectedTo: "2026-05-10",
    description: "Забастовка банка",
  };
  test("is late from the eleventh day, and never refused for that", () => {
    expect(declareCase(said, 10, givenOn("2026-04-20"))).toMatchObject({ value: { late: false } });
    expect(declareCase(said, 10, givenOn("2026-04-21"))).toMatchObject({ value: { late: true } });
  });
  test("says a beginning that was and an end that may be", () => {
    expect(declareCase(said, 10, givenOn("2026-04-09"))).toMatchObject({ error: { code: "day.in_future" } });
    expect(declareCase({ ...said, expectedTo: "2026-04-09" }, 10, givenOn("2026-04-20"))).toMatchObject({
      error: { code: "force_majeure.expected" },
    });
  });
  test("ends once, not before it began", () => {
    const open = one("2026-04-10", null);
    expect(endCase(open, { endedOn: "20.04.2026" }, givenOn("2026-04-20"))).toEqual({ ok: true, value: "2026-04-20" });
    expect(endCase(open, { endedOn: "2026-04-09" }, givenOn("2026-04-20"))).toMatchObject({
      error: { code: "force_majeure.before_beginning" },
    });
    expect(endCase(one("2026-04-10", "2026-04-12"), { endedOn: "2026-04-13" }, givenOn("2026-04-20"))).toMatchObject({
      error: { code: "force_majeure.ended" },
    });
  });
});

test("5.4: either side may withdraw from the first day after six months, while it lasts", () => {
  const open = one("2026-04-30", null);
  expect(withdrawalFrom(open, 6)).toBe("2026-10-31");
  const touched = (changes: Partial<ForceMajeureCase> = {}) => active({ forceMajeure: [{ ...open, ...changes }] });
  const asked = { ...base };
  expect(withdrawForForceMajeure(touched(), asked, givenOn("2026-10-30"), undefined).ok).toBe(false);
  expect(withdrawForForceMajeure(touched(), asked, givenOn("2026-10-31"), undefined)).toMatchObject({
    value: { stage: "terminated", set: { terminationGround: "force-majeure" }, accessEndsOn: "2026-10-31" },
  });
  expect(withdrawalCase(touched({ to: asDay("2026-10-30") }), asDay("2026-10-31"))).toBeNull();
});
