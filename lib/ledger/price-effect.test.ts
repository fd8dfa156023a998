import fc from "fast-check";
import { expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { priceEffect, readMonths } from "./price-effect.ts";

const sold = fc.record({
  name: fc.constantFrom("1", "6", "12"),
  count: fc.integer({ min: 1, max: 500 }),
  sum: fc.bigInt({ min: 1n, max: 99_999_999n }),
});
const month = fc.uniqueArray(sold, { selector: ({ name }) => name, maxLength: 3 });

test("quantity and price add up to the change, to the kopeck, whatever was sold", () => {
  fc.assert(
    fc.property(month, month, (before, after) => {
      const total = (rows: readonly { sum: bigint }[]) => rows.reduce((all, one) => all + one.sum, 0n);
      const effects = priceEffect(before, after);
      const explained = effects.reduce((all, { quantity, price }) => all + quantity + price, 0n);
      expect(explained).toBe(total(after) - total(before));
      for (const { before: was, after: is, price } of effects)
        if (was.count === 0 || is.count === 0) expect(price).toBe(0n);
    }),
  );
});

test.each([
  ["more at the same price", 10, 1_000n, 15, 1_500n, 500n, 0n],
  ["as many, dearer", 10, 1_000n, 10, 1_200n, 0n, 200n],
  ["fewer and dearer", 10, 1_000n, 5, 600n, -500n, 100n],
  ["a third of a kopeck goes to price", 3, 100n, 4, 134n, 33n, 1n],
])("%s", (_what, count, sum, now, becomes, quantity, price) => {
  const [effect] = priceEffect([{ name: "x", count, sum }], [{ name: "x", count: now, sum: becomes }]);
  expect(effect).toMatchObject({ quantity, price });
});

test("two months of an address in order, else the last two whole ones", () => {
  const today = asDay("2026-01-21");
  expect(readMonths({ before: "2025-03", after: "2025-10" }, today)).toEqual(["2025-03-01", "2025-10-01"]);
  expect(readMonths({ before: "12.2024", after: " 10.2025 " }, today)).toEqual(["2024-12-01", "2025-10-01"]);
  for (const query of [{}, { before: "2025-10", after: "2025-03" }, { before: "2025-13", after: "x" }])
    expect(readMonths(query, today)).toEqual(["2025-11-01", "2025-12-01"]);
});
