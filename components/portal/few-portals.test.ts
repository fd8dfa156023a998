import { expect, it } from "vitest";

import { fewPortals } from "./few-portals.ts";

it("names the first portals and counts the others", () => {
  expect(fewPortals(["a.by", "b.by", "c.by"], "ru")).toBe("a.by, b.by, c.by");
  expect(fewPortals(["a.by", "b.by", "c.by", "d.by", "e.by"], "ru")).toBe("a.by, b.by, c.by и ещё 2");
  expect(fewPortals(["a.by", "b.by"], "en", 1)).toMatch(/^a\.by .*1/);
  expect(fewPortals([], "be")).toBe("");
});
