import fc from "fast-check";
import { expect, test } from "vitest";

import { pageCodeText, readPageCode } from "./page-code.ts";

const origin = "https://smart-cg.by";
const code = "K7QM2X9D4RTN";

test("a page says which of how many it is; the only page is the address alone", () => {
  expect(pageCodeText({ origin, code, page: 1, pages: 1 })).toBe(`${origin}/verify/${code}`);
  expect(pageCodeText({ origin, code, page: 2, pages: 3 })).toBe(`${origin}/verify/${code}?p=2-3`);
});

test("what was written is read, whatever the page", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 998 }), (page, more) => {
      const written = { origin, code, page, pages: Math.min(page + more, 999) };
      expect(readPageCode(pageCodeText(written))).toEqual(written);
    }),
  );
});

test.each([
  "",
  "26-000145-7",
  `${origin}/verify/`,
  `${origin}/verify/${code}?p=3-2`,
  `${origin}/verify/${code}?p=0-2`,
  `${origin}/verify/${code}/x`,
  `${origin}/documents/${code}`,
  `${origin}/verify/${"0".repeat(64)}`,
  "https://evil.example/login?next=/verify/",
])("no page's code: %s", (text) => expect(readPageCode(text)).toBeNull());
