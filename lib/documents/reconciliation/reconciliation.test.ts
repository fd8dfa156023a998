import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { invoiceFacts, legalEntity, seller } from "../testing/samples.ts";
import { turnover } from "./balance.ts";
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

describe("turnover", () => {
  it("opening, what moved, closing: the sides' identity holds whatever happened", () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((date) => asDay(`2026-0${1 + (date % 9)}-${String(date).padStart(2, "0")}`));
    const operation = fc.record({
      kind: fc.constantFrom("payment" as const, "act" as const),
      number: fc.string({ maxLength: 4 }),
      dated: day,
      on: day,
      amount: fc.bigInt({ min: 1n, max: 10_000_000n }).map(String),
    });
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        const { opening, debit, credit, closing, within } = turnover(operations, from, to);
        const signed = (all: Operation[]) =>
          all.reduce((sum, { kind, amount }) => sum + (kind === "payment" ? 1n : -1n) * BigInt(amount), 0n);
        expect(closing).toBe(signed(operations.filter(({ on }) => on <= to)));
        expect(opening + credit - debit).toBe(closing);
        expect(within.every(({ on }) => on >= from && on <= to)).toBe(true);
        const days: Day[] = within.map(({ on }) => on);
        expect(days).toEqual(days.toSorted());
      }),
    );
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
