import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { invoiceFacts, legalEntity, seller } from "../testing/samples.ts";
import { baseOf, dayAfter, turnover } from "./balance.ts";
import type { Operation, ReconciliationFrozen } from "./frozen.ts";
import { reconciliationModel } from "./model.ts";
import { readPeriod } from "./request.ts";

const payment = (on: string, amount: string, dated = on): Operation => ({
  ...{ kind: "payment", number: "318", amount },
  ...{ on: asDay(on), dated: asDay(dated) },
});
const act = (on: string, amount: string): Operation => ({
  ...{ kind: "act", number: "26-000102-1", amount },
  ...{ on: asDay(on), dated: asDay(on) },
});
const [from, to] = [asDay("2026-04-01"), asDay("2026-06-30")];
const frozen = (operations: Operation[], more: Partial<ReconciliationFrozen> = {}): ReconciliationFrozen => ({
  ...{ seller, buyer: legalEntity, offer: invoiceFacts().frozen.offer, from, to, operations, refused: [] },
  ...more,
});
const model = (operations: Operation[], more: Partial<ReconciliationFrozen> = {}) =>
  reconciliationModel({ number: "26-000007-6", issuedOn: to, frozen: frozen(operations, more) });
const plain = (text: string) => text.replaceAll("\u00A0", " ");

const someDay = fc
  .record({ month: fc.integer({ min: 1, max: 9 }), date: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, date }) => asDay(`2026-0${month}-${String(date).padStart(2, "0")}`));
const operation = fc.record({
  kind: fc.constantFrom("payment" as const, "act" as const, "refund" as const),
  number: fc.constantFrom("1", "2", "26-000102-1"),
  dated: someDay,
  on: someDay,
  amount: fc.bigInt({ min: 1n, max: 10_000_000n }).map(String),
});
const signedSum = (all: readonly Operation[]) =>
  all.reduce((sum, { kind, amount }) => sum + (kind === "payment" ? 1n : -1n) * BigInt(amount), 0n);
const until = (all: readonly Operation[], day: Day) => all.filter(({ on }) => on <= day);

describe("turnover", () => {
  it("opening, what moved, closing: the sides' identity holds whatever happened", () => {
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        const { opening, debit, credit, closing, within } = turnover(operations, from, to);
        expect(closing).toBe(signedSum(until(operations, to)));
        expect(opening + credit - debit).toBe(closing);
        expect(within.every(({ on }) => on >= from && on <= to)).toBe(true);
        const days: Day[] = within.map(({ on }) => on);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it("a period split in two gives the same: the first half's closing is the second's opening, turnovers add up", () => {
    fc.assert(
      fc.property(fc.array(operation), someDay, (operations, cut) => {
        fc.pre(cut >= from && cut < to);
        const whole = turnover(operations, from, to);
        const first = turnover(operations, from, cut);
        const second = turnover(operations, dayAfter({ to: cut }), to);
        expect(first.opening).toBe(whole.opening);
        expect(second.opening).toBe(first.closing);
        expect(second.closing).toBe(whole.closing);
        expect(first.debit + second.debit).toBe(whole.debit);
        expect(first.credit + second.credit).toBe(whole.credit);
        expect([...first.within, ...second.within]).toEqual(whole.within);
      }),
    );
  });

  it("starts from the agreed act, names what changed since, and closes where the books do", () => {
    fc.assert(
      fc.property(fc.array(operation), fc.array(operation), someDay, (kept, late, cut) => {
        fc.pre(cut < to);
        const gone = kept.filter((_, at) => at % 3 === 2);
        const books = [...kept.filter((_, at) => at % 3 !== 2), ...late];
        const agreed = {
          id: "1",
          number: "26-000007-6",
          from: asDay("2026-01-01"),
          to: cut,
          operations: kept,
          base: null,
        };
        const base = baseOf(agreed, books);
        expect(base.closing).toBe(String(signedSum(until(kept, cut))));
        const { opening, corrected, debit, credit, closing } = turnover(books, dayAfter({ to: cut }), to, base);
        expect(opening).toBe(BigInt(base.closing));
        expect(opening + corrected + credit - debit).toBe(closing);
        expect(closing).toBe(signedSum(until(books, to)));
        const changed = signedSum(until(late, cut)) - signedSum(until(gone, cut));
        expect(signedSum(base.appeared) - signedSum(base.vanished)).toBe(changed);
      }),
    );
  });

  it("two payments alike are two: one of them that is gone is named once", () => {
    const twin = payment("2026-03-20", "4900");
    const agreed = {
      id: "1",
      number: "26-000007-6",
      from,
      to: asDay("2026-03-31"),
      operations: [twin, twin],
      base: null,
    };
    expect(baseOf(agreed, [twin])).toMatchObject({ closing: "9800", appeared: [], vanished: [twin] });
  });

  it("puts the money of a day before its act: the contract is paid before it is performed", () => {
    const { within } = turnover([act("2026-04-16", "48000"), payment("2026-04-16", "48000")], from, to);
    expect(within.map(({ kind }) => kind)).toEqual(["payment", "act"]);
  });
});

describe("reconciliationModel", () => {
  it("is the same paper whatever order the operations came in (golden)", () => {
    const operations = [
      payment("2026-03-20", "4900"),
      payment("2026-04-16", "48000", "2026-04-15"),
      act("2026-04-17", "48000"),
    ];
    const { table, balance } = model(operations.toReversed());
    expect(table.rows.map((row) => row.map(plain))).toEqual([
      ["Сальдо на 01.04.2026", "", "49,00", "", "", ""],
      ["Платёж № 318 от 15.04.2026, зачислен 16.04.2026", "", "480,00", "", "", ""],
      ["Акт № 26-000102-1 от 17.04.2026", "480,00", "", "", "", ""],
      ["Обороты за период", "480,00", "480,00", "", "", ""],
    ]);
    expect(table.total.map(plain)).toEqual(["Сальдо на 30.06.2026", "", "49,00", "", "", ""]);
    expect(plain(balance.text)).toBe(
      "задолженность Продавца перед Пользователем (аванс): 49,00 BYN (Сорок девять белорусских рублей 00 копеек).",
    );
  });

  it("says who owes whom, and says so where nobody does", () => {
    expect(plain(model([act("2026-04-17", "48000")]).balance.text)).toBe(
      "задолженность Пользователя перед Продавцом: 480,00 BYN (Четыреста восемьдесят белорусских рублей 00 копеек).",
    );
    expect(model([]).balance.text).toBe("задолженности между Сторонами нет.");
    expect(model([]).table.total.slice(1, 3)).toEqual(["0,00", "0,00"]);
  });

  it("opens with the agreed balance and says what the books learnt after it", () => {
    const late = payment("2026-03-30", "4900");
    const base = {
      id: "1",
      number: "26-000003-1",
      to: asDay("2026-03-31"),
      closing: "10000",
      appeared: [late],
      vanished: [],
    };
    const { table, opening } = model([late, payment("2026-02-01", "10000")], { base });
    expect(plain(opening)).toContain("по согласованному акту сверки № 26-000003-1 на 31.03.2026");
    expect(table.rows.map((row) => row.slice(0, 3).map(plain))).toEqual([
      ["Сальдо на 01.04.2026", "", "100,00"],
      ["Платёж № 318 от 30.03.2026, учтён после сверки", "", "49,00"],
      ["Обороты за период", "", ""],
    ]);
    expect(table.total.map(plain).slice(0, 3)).toEqual(["Сальдо на 30.06.2026", "", "149,00"]);
  });

  it("names a refused act and does not count it", () => {
    const { notes } = model([], {
      refused: [{ number: "26-000103-8", issuedOn: asDay("2026-05-02"), amount: "4900" }],
    });
    expect(plain(notes[0] ?? "")).toBe(
      "Акт № 26-000103-8 от 02.05.2026 на 49,00 BYN не включён: от его подписания Пользователь отказался.",
    );
  });
});

it.each([
  ["2026-04-01", "2026-06-30", null],
  ["2026-06-30", "2026-06-30", null],
  ["2026-07-01", "2026-06-30", "reconciliation.order"],
  ["2026-04-01", "2026-07-01", "reconciliation.future"],
  ["2023-06-29", "2026-06-30", "reconciliation.long"],
  ["2023-06-30", "2026-06-30", null],
  ["01.04.2026", "30.06.2026", null],
  ["31.02.2026", "30.06.2026", "field.date"],
])("a period from %s to %s: %s", (first, last, refusal) => {
  const read = readPeriod({ from: first, to: last }, to);
  expect(read.ok ? null : read.error.code).toBe(refusal);
});
