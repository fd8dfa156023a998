import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatMoney } from "#/lib/money/kopecks.ts";
import { splitPayment, suggestSplit } from "./split.ts";

const part = (invoiceId: string, amount: bigint) => ({ invoiceId, amount });

describe("one payment for several invoices", () => {
  it("leaves what the parts do not take, to the kopeck", () => {
    expect(splitPayment(100_00n, [part("a", 60_00n), part("b", 39_99n)])).toEqual({ ok: true, value: 1n });
    expect(splitPayment(100_00n, [part("a", 60_00n), part("b", 40_00n)])).toEqual({ ok: true, value: 0n });
  });

  it.each([
    ["split.empty", []],
    ["money.positive", [part("a", 0n)]],
    ["money.positive", [part("a", 50_00n), part("b", -1n)]],
    ["split.twice", [part("a", 1n), part("a", 2n)]],
    ["split.over", [part("a", 60_00n), part("b", 40_01n)]],
  ])("refuses with %s", (code, parts) => {
    expect(splitPayment(100_00n, parts)).toMatchObject({ ok: false, error: { code } });
  });

  it("says how much too much", () => {
    const over = splitPayment(100_00n, [part("a", 100_00n), part("b", 1_234_56n)]);
    expect(over).toMatchObject({ error: { params: { over: formatMoney(1_234_56n) } } });
  });
});

describe("the suggestion", () => {
  const open = fc.record({
    id: fc.uuid(),
    total: fc.bigInt({ min: 1n, max: 100_000n }),
    paid: fc.bigInt({ min: 0n, max: 1_000n }),
    status: fc.constantFrom("live", "expired"),
  });

  it("may always be sent as it stands: nothing over the payment, over a debt, or for a dead invoice", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 200_000n }),
        fc.uniqueArray(open, { selector: ({ id }) => id }),
        (rest, all) => {
          const invoices = all.filter(({ total, paid }) => paid < total);
          const sums = suggestSplit(rest, invoices);
          for (const [id, amount] of sums) {
            const { total, paid, status } = invoices.find((one) => one.id === id)!;
            expect(amount <= total - paid && status === "live").toBe(true);
          }
          const parts = [...sums].map(([id, amount]) => part(id, amount));
          if (parts.length > 0) expect(splitPayment(rest, parts).ok).toBe(true);
        },
      ),
    );
  });

  it("takes what the payment still can, in the order shown", () => {
    const due = (id: string, total: bigint) => ({ id, total, paid: 0n, status: "live" });
    expect([...suggestSplit(70n, [due("a", 50n), due("b", 50n), due("c", 50n)])]).toEqual([
      ["a", 50n],
      ["b", 20n],
    ]);
  });
});
