import { expect, test } from "vitest";

import { inSlices } from "./in-slices.ts";

function* busy(slices: number, each: number) {
  for (let slice = 0; slice < slices; slice++) {
    const until = performance.now() + each;
    while (performance.now() < until);
    yield slice / slices;
  }
  return "done";
}

test("others are let in while work goes on, and are told how far it is", async () => {
  let others = 0;
  const shares: number[] = [];
  const timer = setInterval(() => others++, 1);
  expect(await inSlices(busy(40, 5), { tell: ({ share }) => void shares.push(share) })).toBe("done");
  clearInterval(timer);
  expect(others).toBeGreaterThan(5);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test("work that is stopped does not go on", async () => {
  const stopping = new AbortController();
  let last = 0;
  const work = inSlices(busy(1000, 5), {
    stop: stopping.signal,
    tell: ({ share }) => {
      last = share;
      if (share > 0.01) stopping.abort();
    },
  });
  await expect(work).rejects.toMatchObject({ name: "AbortError" });
  expect(last).toBeLessThan(0.1);
});
