import fc from "fast-check";
import { expect, test } from "vitest";

import { judgeStack, type ReadPage, readPositions } from "./stack.ts";

const page = (position: number, actId: string, number = 1, of = 1): ReadPage => ({ position, actId, page: number, of });
const judged = (...pages: ReadPage[]) => Object.fromEntries(judgeStack(pages));

test("whole acts, in whatever order their pages lie, have no trouble", () => {
  expect(judged(page(1, "a", 2, 2), page(2, "b"), page(3, "a", 1, 2))).toEqual({});
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat()), (of, order) => {
      const places = Array.from({ length: of }, (_, at) => ({ at, key: order.next().value })).sort(
        (a, b) => a.key - b.key,
      );
      return judgeStack(places.map(({ at }, position) => page(position + 1, "a", at + 1, of))).size === 0;
    }),
  );
});

test("a page that is there twice waits, the first of them goes with its act", () => {
  expect(judged(page(1, "a"), page(2, "b"), page(3, "a"))).toEqual({ 3: "twice" });
});

test("an act of which a page is missing waits whole, a second copy of what there is, too", () => {
  expect(judged(page(1, "a", 1, 3), page(2, "a", 3, 3), page(3, "a", 1, 3))).toEqual({
    1: "incomplete",
    2: "incomplete",
    3: "twice",
  });
});

test("pages that disagree about how many there are wait", () => {
  expect(judged(page(1, "a", 1, 2), page(2, "a", 2, 3))).toEqual({ 1: "incomplete", 2: "incomplete" });
});

test.each([
  ["3", [3]],
  ["7, 5-6; 5", [5, 6, 7]],
  ["1–2 4", [1, 2, 4]],
  ["", null],
  ["0", null],
  ["8", null],
  ["3-2", null],
  ["три", null],
])("positions typed as %o", (typed, positions) => {
  expect(readPositions(typed, 7)).toEqual(positions);
});
