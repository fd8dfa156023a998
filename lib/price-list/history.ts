import { type Day, daysBetween } from "#/lib/calendar/day.ts";

/** One edition of the price list in time, oldest first; sums in kopecks. */
export type PricedEdition = {
  number: number;
  inForceFrom: Day;
  prices: readonly { months: number; amount: bigint }[];
};

/** The first edition to come whose prices are not those of now; null while none is published. */
export function scheduledPrices<E extends PricedEdition>(
  now: PricedEdition["prices"],
  editions: readonly E[],
  on: Day,
): E | null {
  const coming = editions.filter(({ inForceFrom }) => inForceFrom > on);
  const ordered = coming.toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  return ordered.find(({ prices }) => said(prices) !== said(now)) ?? null;
}

const said = (prices: PricedEdition["prices"]): string =>
  prices.map(({ months, amount }) => `${months} ${amount}`).join();

/** The price of one period from a day on; null while an edition did not sell it. */
type Step = { from: Day; amount: bigint | null };

/** What each period cost, edition by edition, shortest period first. */
export function priceSeries(editions: readonly PricedEdition[]): { months: number; steps: Step[] }[] {
  const periods = [...new Set(editions.flatMap(({ prices }) => prices.map(({ months }) => months)))];
  return periods
    .sort((a, b) => a - b)
    .map((months) => ({
      months,
      steps: editions.map(({ inForceFrom, prices }) => ({
        from: inForceFrom,
        amount: prices.find((row) => row.months === months)?.amount ?? null,
      })),
    }));
}

type ChartBox = { left: number; right: number; top: number; bottom: number };
type PriceChart = {
  lines: { months: number; path: string; label: { x: number; y: number } }[];
  days: { day: Day; x: number }[];
  sums: { amount: bigint; y: number }[];
};

const LABEL_HEIGHT = 14;
const DAY_WIDTH = 66;

/** Steps of all periods within a box, from the first edition to `until`, over an axis of sums that begins at nothing. */
export function priceChart(editions: readonly PricedEdition[], until: Day, box: ChartBox): PriceChart {
  const first = editions[0]?.inForceFrom ?? until;
  const span = Math.max(1, daysBetween(first, until));
  const x = (day: Day) => round(box.left + ((box.right - box.left) * daysBetween(first, day)) / span);
  const sums = ticks(highest(editions));
  const top = sums.at(-1)!;
  const y = (amount: bigint) => round(box.bottom - ((box.bottom - box.top) * Number(amount)) / Number(top));
  const lines = priceSeries(editions).map(({ months, steps }) => {
    const path = steps.map(({ from, amount }, at) => {
      if (amount === null) return "";
      const joined = at > 0 && steps[at - 1]!.amount !== null;
      return `${joined ? `V${y(amount)}` : `M${x(from)} ${y(amount)}`}H${x(steps[at + 1]?.from ?? until)}`;
    });
    const last = steps.findLast(({ amount }) => amount !== null)!;
    return { months, path: path.join(""), label: { x: box.right, y: y(last.amount!) } };
  });
  apart(lines.map(({ label }) => label));
  return {
    lines,
    days: roomy(editions.map(({ inForceFrom }) => ({ day: inForceFrom, x: x(inForceFrom) }))),
    sums: sums.map((amount) => ({ amount, y: y(amount) })),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

const highest = (editions: readonly PricedEdition[]): bigint =>
  editions.flatMap(({ prices }) => prices.map(({ amount }) => amount)).reduce((a, b) => (a > b ? a : b), 1n);

/** Round sums from nothing to the first that is no less than the highest price, at most six of them. */
function ticks(most: bigint): bigint[] {
  let step = 100n;
  // 1, 2, 5, 10, 20, 50, … rubles.
  for (let at = 0; step * 5n < most; at++) step = at % 3 === 1 ? (step * 5n) / 2n : step * 2n;
  const found = [0n];
  while (found.at(-1)! < most) found.push(found.at(-1)! + step);
  return found;
}

/** Names at the ends of lines give each other room, downwards from the highest. */
function apart(labels: { y: number }[]): void {
  const sorted = labels.toSorted((a, b) => b.y - a.y);
  for (const [at, label] of sorted.entries()) {
    const below = sorted[at - 1];
    if (below && below.y - label.y < LABEL_HEIGHT) label.y = round(below.y - LABEL_HEIGHT);
  }
}

/** A date is left out where the one before it needs the room. */
function roomy(days: readonly { day: Day; x: number }[]): { day: Day; x: number }[] {
  const shown: { day: Day; x: number }[] = [];
  for (const one of days) if (one.x - (shown.at(-1)?.x ?? Number.NEGATIVE_INFINITY) >= DAY_WIDTH) shown.push(one);
  return shown;
}
