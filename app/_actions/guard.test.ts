import { expect, test } from "vitest";

import { isSameOrigin } from "./guard.ts";

const OURS = ["https://shop.example"];

test.each([
  ["https://shop.example", "same-origin", true],
  ["https://shop.example", null, true],
  ["https://shop.example", "same-site", false],
  ["https://shop.example", "none", false],
  ["https://shop.example.evil.example", "same-origin", false],
  ["http://shop.example", null, false],
  ["null", null, false],
  [null, "same-origin", false],
  [null, null, false],
] as const)("origin %s, fetched %s: %s", (origin, site, ours) => {
  expect(isSameOrigin(origin, site, OURS)).toBe(ours);
});
