import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addDays, asDay } from "#/lib/calendar/day.ts";
import { priceChart, priceSeries, scheduledPrices } from "./history.ts";

const box = { left: 50, right: 350, top: 10, bottom: 210 };
const edition = (number: number, from: string, ...prices: [number, bigint][]) => ({
  ...{ number, inForceFrom: asDay(from), prices: prices.map(([months, amount]) => ({ months, amount })) },
});

describe("a scheduled change", () => {
  const now = edition(1, "2026-01-01", [1, 4900n], [12, 48_000n]);
  const same = edition(2, "2026-05-01", [1, 4900n], [12, 48_000n]);
  const dearer = edition(3, "2026-06-01", [1, 5200n], [12, 48_000n]);
  const withoutMonth = edition(4, "2026-07-01", [12, 48_000n]);

  it("is the first edition to come that changes a price; a new text with old prices is none", () => {
    const on = asDay("2026-04-20");
    expect(scheduledPrices(now.prices, [now], on)).toBeNull();
    expect(scheduledPrices(now.prices, [withoutMonth, same, dearer, now], on)).toBe(dearer);
    expect(scheduledPrices(now.prices, [now, withoutMonth], on)).toBe(withoutMonth);
  });

  it("is over on the day on which it is in force", () => {
    expect(scheduledPrices(now.prices, [now, dearer], asDay("2026-05-31"))).toBe(dearer);
    expect(scheduledPrices(dearer.prices, [now, dearer], asDay("2026-06-01"))).toBeNull();
  });
});

describe("the history of prices", () => {
  const editions = [
    edition(1, "2026-01-01", [12, 48_000n], [1, 4900n]),
    edition(2, "2026-01-31", [12, 50_000n]),
    edition(3, "2026-03-02", [12, 50_000n], [1, 5000n]),
  ];

  it("is one series a period, with a gap where it was not sold", () => {
    expect(priceSeries(editions).map(({ months, steps }) => [months, ...steps.map(({ amount }) => amount)])).toEqual([
      [1, 4900n, null, 5000n],
      [12, 48_000n, 50_000n, 50_000n],
    ]);
  });

  it("is drawn as steps to the last day, on round sums from nothing", () => {
    const { lines, sums, days } = priceChart(editions, asDay("2026-04-01"), box);
    expect(sums.map(({ amount }) => amount)).toEqual([0n, 10_000n, 20_000n, 30_000n, 40_000n, 50_000n]);
    // 90 days over 300 points; 50 000 kopecks over 200.
    expect(lines.map(({ months, path }) => [months, path])).toEqual([
      [1, "M50 190.4H150M250 190H350"],
      [12, "M50 18H150V10H250V10H350"],
    ]);
    expect(days.map(({ x }) => x)).toEqual([50, 150, 250]);
  });

  it("stays in its box, its names apart and its dates in order, whatever the prices", () => {
    const history = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 400 }),
        amounts: fc.array(fc.bigInt(1n, 10_000_000n), { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(history, (all) => {
        let from = asDay("2026-01-01");
        const made = all.map(({ gap, amounts }, at) => {
          const one = {
            number: at + 1,
            inForceFrom: from,
            prices: amounts.map((amount, n) => ({ months: n + 1, amount })),
          };
          from = addDays(from, gap);
          return one;
        });
        const { lines, days, sums } = priceChart(made, from, box);
        for (const [, x, , y] of lines.flatMap(({ path }) => [...path.matchAll(/[MH]([\d.-]+)( ([\d.-]+))?/g)])) {
          expect(Number(x)).toBeGreaterThanOrEqual(box.left);
          expect(Number(x)).toBeLessThanOrEqual(box.right);
          if (y) expect(Number(y)).toBeGreaterThanOrEqual(box.top - 0.1);
        }
        const labels = lines.map(({ label }) => label.y).sort((a, b) => a - b);
        for (const [at, y] of labels.entries()) if (at > 0) expect(y - labels[at - 1]!).toBeGreaterThanOrEqual(13.8);
        for (const [at, { x }] of days.entries()) if (at > 0) expect(x - days[at - 1]!.x).toBeGreaterThanOrEqual(66);
        expect(sums.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
