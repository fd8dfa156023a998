import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { bookDay, type Entry, ofAct, ofAllocation, ofPayment } from "./ledger.ts";

const day = asDay("2026-04-16");
const whose = { day, partyId: "p", contractId: "c" };
const kopecks = fc.bigInt({ min: 1n, max: 99_999_999_999n });

const balances = (entries: readonly Entry[]) => {
  const found: Record<string, bigint> = {};
  for (const { debit, credit, amount } of entries) {
    found[debit] = (found[debit] ?? 0n) + amount;
    found[credit] = (found[credit] ?? 0n) - amount;
  }
  return found;
};

test("no entry is zero, negative or from an account to itself, and an act settles to the kopeck whatever its lines", () => {
  fc.assert(
    fc.property(fc.array(kopecks, { minLength: 1, maxLength: 9 }), fc.boolean(), (amounts, taxed) => {
      const vat = taxed ? ({ kind: "included", rate: 20 } as const) : ({ kind: "none", basis: "ст. 326" } as const);
      const entries = ofAct({ id: "a", ...whose, amounts, vat });
      for (const { debit, credit, amount } of entries) expect(amount > 0n && debit !== credit).toBe(true);
      const { advances, receivable, revenue = 0n, vat: tax = 0n } = balances(entries);
      expect(receivable).toBe(0n);
      expect(advances).toBe(amounts.reduce((all, one) => all + one, 0n));
      expect(revenue + tax).toBe(-(advances ?? 0n));
    }),
  );
});

test("money comes in as nobody's, becomes an advance, and the act earns it", () => {
  const entries = [
    ofPayment({ id: "x", side: "credit", amount: 48_000n, creditDate: day }),
    ofAllocation({ id: "y", ...whose, amount: 48_000n }),
    ...ofAct({ id: "z", ...whose, amounts: [48_000n], vat: { kind: "included", rate: 20 } }),
    ofPayment({ id: "fee", side: "debit", amount: 1_250n, creditDate: day }),
  ];
  expect(balances(entries)).toEqual({
    ...{ bank: 46_750n, unallocated: 0n, advances: 0n, receivable: 0n },
    ...{ revenue: -40_000n, vat: -8_000n, other: 1_250n },
  });
});

test("an undone allocation is the same entry the other way round", () => {
  const set = ofAllocation({ id: "y", ...whose, amount: 700n });
  const undone = ofAllocation({ id: "u", ...whose, amount: -700n });
  expect(balances([set, undone])).toEqual({ unallocated: 0n, advances: 0n });
  expect(undone.amount).toBe(700n);
});

describe("closed months", () => {
  test.each([
    ["2026-04-16", [], "2026-04-16"],
    ["2026-04-16", ["2026-03-01"], "2026-04-16"],
    ["2026-03-31", ["2026-03-01"], "2026-04-01"],
    ["2025-12-31", ["2025-12-01", "2026-01-01"], "2026-02-01"],
  ])("%s with %j closed goes to the books on %s", (fact, closed, booked) => {
    expect(bookDay(asDay(fact), closed.map(asDay))).toBe(booked);
  });
});
