import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { type DiscountRule, type OfferedRule, percent, rulesFor } from "./discount.ts";
import { effectOn } from "./effect.ts";
import { type DiscountPlan, endedOn, readPlan } from "./enter-discount.ts";
import { priceLines } from "./price.ts";

const prices = [
  { product: "market-plus", months: 1, amount: 4900n },
  { product: "market-plus", months: 12, amount: 48_005n },
];
const line = (months: number) => ({ product: "market-plus", months });
const quantity = (minQuantity: number, basisPoints: number): OfferedRule => ({
  ...{ id: `q${minQuantity}`, kind: "quantity", minQuantity, basisPoints },
});
const partner = (basisPoints: number): OfferedRule => ({ id: "p", kind: "partner", minQuantity: null, basisPoints });

function priced(lines: ReturnType<typeof line>[], rules: OfferedRule[]) {
  const found = priceLines(lines, prices, rules);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

describe("the best single rule", () => {
  it.each([
    [1, [], null],
    [1, [quantity(2, 500)], null],
    [2, [quantity(2, 500)], "q2"],
    [3, [quantity(2, 500), quantity(3, 700)], "q3"],
    [3, [quantity(3, 700), quantity(2, 500), partner(600)], "q3"],
    [2, [quantity(3, 700), quantity(2, 500), partner(600)], "p"],
    [2, [quantity(2, 500), partner(500)], "p"],
    [2, [partner(500), quantity(2, 500)], "p"],
  ] as [number, OfferedRule[], string | null][])("%i certificates by %j: %s", (count, rules, id) => {
    expect(
      priced(
        Array.from({ length: count }, () => line(1)),
        rules,
      ).discount?.id ?? null,
    ).toBe(id);
  });

  it("rounds half up, certificate by certificate, and adds up to the kopeck", () => {
    // 5 % of 480,05 is 24,0025 → 24,00; of 49,00 it is 2,45; 12,5 % of 49,00 is 6,125 → 6,13.
    const one = priced([line(12), line(1)], [quantity(2, 500)]);
    expect(one.lines.map(({ amount }) => amount)).toEqual([45_605n, 4655n]);
    expect(one.discount).toMatchObject({ listTotal: 52_905n, amount: 2645n });
    expect(priced([line(1)], [partner(1250)]).total).toBe(4287n);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(1, 12), { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 1, max: 9000 }),
        (months, bp) => {
          const { total, lines, discount } = priced(months.map(line), [partner(bp)]);
          expect(lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
          expect(discount!.listTotal - discount!.amount).toBe(total);
          for (const { amount } of lines) expect(amount).toBeGreaterThan(0n);
        },
      ),
    );
  });

  it("refuses a period that is not sold", () => {
    expect(priceLines([line(5)], prices, [partner(500)])).toMatchObject({
      ok: false,
      error: { code: "order.period_not_sold" },
    });
  });
});

const rule = (
  id: string,
  partyId: string | null,
  from: string,
  to: string | null,
  basisPoints = 500,
): DiscountRule => ({
  ...{ id, partyId, basisPoints, kind: partyId ? "partner" : "quantity", minQuantity: partyId ? null : 2 },
  ...{ validFrom: asDay(from), validTo: to ? asDay(to) : null },
});

describe("whose rule and when", () => {
  const rules = [
    rule("all", null, "2026-03-01", "2026-03-31"),
    rule("mine", "a", "2026-03-01", null),
    rule("theirs", "b", "2026-03-01", null),
  ];
  it.each([
    ["a", "2026-02-28", []],
    ["a", "2026-03-01", ["all", "mine"]],
    ["a", "2026-03-31", ["all", "mine"]],
    ["a", "2026-04-01", ["mine"]],
    ["b", "2026-03-15", ["all", "theirs"]],
    [null, "2026-03-15", ["all"]],
  ])("%s on %s: %j", (party, on, ids) => {
    expect(rulesFor(rules, party, asDay(on)).map(({ id }) => id)).toEqual(ids);
  });

  it("a planned rule changes the orders that it concerns and no others", () => {
    const orders = [
      { id: "1", partyId: "a", lines: [line(12)] },
      { id: "2", partyId: "b", lines: [line(12)] },
      { id: "3", partyId: "a", lines: [line(5)] },
    ];
    const planned = rule("new", "a", "2026-03-10", null, 1000);
    expect(effectOn(orders, prices, [], planned, asDay("2026-03-10"))).toEqual([
      { order: orders[0], before: 48_005n, after: 43_204n },
    ]);
    expect(effectOn(orders, prices, [], planned, asDay("2026-03-09"))).toEqual([]);
    // A worse rule than the one in force changes nothing.
    expect(
      effectOn(orders, prices, [rule("old", "a", "2026-01-01", null, 2000)], planned, asDay("2026-03-10")),
    ).toEqual([]);
  });
});

describe("what staff enter", () => {
  const today = asDay("2026-03-10");
  const plan = (changes: Partial<DiscountPlan> = {}): DiscountPlan => ({
    ...{ kind: "quantity", minQuantity: "3", unp: "", percent: "12,5", validFrom: "10.03.2026", validTo: "" },
    ...changes,
  });

  it("is read as people write it", () => {
    expect(readPlan(plan(), today)).toEqual({
      ok: true,
      value: { kind: "quantity", minQuantity: 3, basisPoints: 1250, validFrom: "2026-03-10", validTo: null },
    });
    expect(readPlan(plan({ kind: "partner", unp: "192853716", validTo: "2026-03-10" }), today)).toMatchObject({
      ok: true,
    });
    for (const [typed, points] of [
      ["5", 500],
      ["5 %", 500],
      ["0,01", 1],
      ["90", 9000],
      ["7.05", 705],
    ] as const)
      expect(readPlan(plan({ percent: typed }), today)).toMatchObject({ value: { basisPoints: points } });
    expect([500, 1250, 1].map(percent)).toEqual(["5", "12,5", "0,01"]);
  });

  it.each([
    [{ percent: "0" }, "percent"],
    [{ percent: "90,01" }, "percent"],
    [{ percent: "-5" }, "percent"],
    [{ percent: "5,123" }, "percent"],
    [{ minQuantity: "1" }, "minQuantity"],
    [{ minQuantity: "51" }, "minQuantity"],
    [{ kind: "partner" }, "unp"],
    [{ validFrom: "09.03.2026" }, "validFrom"],
    [{ validFrom: "30.02.2026" }, "validFrom"],
    [{ validTo: "09.03.2026" }, "validTo"],
    [{ validTo: "завтра" }, "validTo"],
  ] as [Partial<DiscountPlan>, string][])("%j is refused at %s", (changes, field) => {
    expect(readPlan(plan(changes), today)).toMatchObject({ ok: false, error: { field } });
  });

  it("a rule ends today at the earliest, never later than it would have, and one to come is taken back whole", () => {
    const open = { validFrom: asDay("2026-03-01"), validTo: asDay("2026-03-20") };
    expect(endedOn(open, "10.03.2026", today)).toEqual({ ok: true, value: "2026-03-10" });
    expect(endedOn(open, "09.03.2026", today)).toMatchObject({ ok: false, error: { code: "discount.in_past" } });
    expect(endedOn(open, "21.03.2026", today)).toMatchObject({ ok: false, error: { code: "discount.longer" } });
    expect(endedOn({ validFrom: asDay("2026-04-01"), validTo: null }, "10.03.2026", today)).toEqual({
      ok: true,
      value: "2026-03-31",
    });
  });
});
