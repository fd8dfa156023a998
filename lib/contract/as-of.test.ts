import { describe, expect, test } from "vitest";
import { contractAsOf, type LoggedStep, momentAsked } from "./as-of.ts";
import { made, type Recorded, recordedChange, recordedValue } from "./as-of-record.ts";
import type { Contract, ContractChange } from "./contract.ts";
import { active, contract, invoice, line } from "./testing.ts";

const at = (day: string) => new Date(`${day}T12:00:00+03:00`);
const others = (one: Contract) => ({ forceMajeure: one.forceMajeure, party: one.party });
const entry = (seq: number, day: string, changes: Recorded[] | null, more: Partial<LoggedStep> = {}): LoggedStep => ({
  ...{ seq, at: at(day), step: "correct-activation", reason: null, actorName: "", changes },
  ...more,
});
const event = { step: "cancel-order", clause: "1.10", data: {} } as const;

describe("what a step leaves in the log", () => {
  test("only the fields that it moves, sums and moments as text, the version among them", () => {
    const change: ContractChange = {
      ...{ stage: "cancelled", act: "none", set: { cancelledAt: at("2026-04-20"), paidOn: null } },
      invoices: [{ id: "invoice-1", set: { status: "cancelled" } }],
      ...{
        allocations: [{ paymentId: "p", invoiceId: "invoice-1", amount: 500n, kind: "automatic", reason: null }],
        event,
      },
    };
    expect(recordedChange(contract(), change, {})).toEqual([
      {
        ...{ of: "contract", id: contract().id },
        before: { cancelledAt: null, stage: "invoiced", version: 1 },
        after: { cancelledAt: "2026-04-20T09:00:00.000Z", stage: "cancelled", version: 2 },
      },
      {
        of: "invoice",
        id: "invoice-1",
        before: { status: "live", paid: "0" },
        after: { status: "cancelled", paid: "500" },
      },
    ]);
  });

  test("what people wrote, and who they are, is never in it: that must be erasable alone", () => {
    const change: ContractChange = {
      ...{ stage: "cancelled", act: "none", set: { cancelReason: "Позвонил Пётр" }, event },
      lines: [{ id: "line-1", set: { activatedBy: "Ольга" } }],
    };
    const told = JSON.stringify(recordedChange(contract(), change, {}));
    expect(told).toContain('"cancelReason":"written"');
    expect(told).not.toMatch(/Пётр|Ольга/);
  });

  test("a sum of an unknown name is an accident, not a string that nobody can read back", () => {
    expect(() => recordedValue("fee", 1n)).toThrow("fee");
    expect(recordedValue("total", 1n)).toBe("1");
  });
});

describe("contractAsOf", () => {
  const log = [
    entry(1, "2026-04-15", [made("contract", contract().id, {})], { step: "place-order" }),
    entry(
      2,
      "2026-04-22",
      [{ of: "line", id: "line-1", before: { activatedBy: null }, after: { activatedBy: "written" } }],
      {
        actorName: "Ольга",
      },
    ),
    entry(3, "2026-04-23", null, { step: "draw-paper" }),
    entry(4, "2026-04-24", [
      { of: "line", id: "line-1", before: { activatedBy: "written" }, after: { activatedBy: "written" } },
    ]),
  ];
  const now = active({ lines: [line({ activatedBy: "Мария" })] });
  const who = (day: string) => {
    const then = contractAsOf(now, log, at(day), others(now));
    return then.ok ? then.value.lines[0]!.activatedBy : then.error.code;
  };

  test("words that were written over come back from the entry that said them", () => {
    expect([who("2026-04-24"), who("2026-04-23"), who("2026-04-22"), who("2026-04-21")]).toEqual([
      "Мария",
      "Ольга",
      "Ольга",
      null,
    ]);
  });

  test("an entry that moves nothing is passed; one that moved and kept nothing ends the way back", () => {
    const [first, second, third, fourth] = log as [LoggedStep, LoggedStep, LoggedStep, LoggedStep];
    const short = [first, { ...second, changes: null }, third, fourth];
    expect(contractAsOf(now, short, at("2026-04-22"), others(now)).ok).toBe(true);
    expect(contractAsOf(now, short, at("2026-04-21"), others(now))).toEqual({
      ok: false,
      error: { code: "as_of.not_kept", params: { on: "2026-04-22" } },
    });
  });

  test("a paper issued later is not there yet", () => {
    const two = contract({ invoices: [invoice({ id: "new", status: "live" }), invoice({ status: "expired" })] });
    const issued = [entry(2, "2026-05-06", [made("invoice", "new", { status: "live" })])];
    const then = contractAsOf(two, issued, at("2026-05-05"), others(two));
    expect(then.ok && then.value.invoices.map(({ id }) => id)).toEqual(["invoice-1"]);
  });

  test("a record that is not what the log left is never shown", () => {
    const altered = [
      entry(5, "2026-05-06", [
        { of: "contract", id: now.id, before: { stage: "concluded" }, after: { stage: "ended" } },
      ]),
    ];
    expect(contractAsOf(now, altered, at("2026-05-05"), others(now))).toMatchObject({
      error: { code: "as_of.altered" },
    });
    const gone = [entry(5, "2026-05-06", [{ of: "act", id: "no", before: {}, after: {} }])];
    expect(contractAsOf(now, gone, at("2026-05-05"), others(now))).toMatchObject({ error: { code: "as_of.altered" } });
  });
});

describe("momentAsked", () => {
  const now = at("2026-04-20");
  test("the last moment of a past day in Minsk, and now for today", () => {
    expect(momentAsked("19.04.2026", now)).toEqual({
      ok: true,
      value: { on: "2026-04-19", at: new Date("2026-04-19T23:59:59.999+03:00") },
    });
    expect(momentAsked("2026-04-20", now)).toMatchObject({ ok: true, value: { at: now } });
  });

  test("no day, and a day that has not come", () => {
    expect(momentAsked("31.04.2026", now)).toMatchObject({ ok: false, error: { code: "day.format" } });
    expect(momentAsked("2026-04-21", now)).toMatchObject({ ok: false, error: { code: "as_of.future" } });
  });
});
