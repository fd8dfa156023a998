import { expect, it } from "vitest";

import { hostileFiles } from "./testing/hostile/all.ts";
import { verdictOf } from "./testing/hostile/judge.ts";

it("two hundred hostile files, each with its right verdict", async () => {
  const files = await hostileFiles();
  expect(files.length).toBeGreaterThanOrEqual(200);
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  const wrong: string[] = [];
  for (const { name, bytes, verdict } of files) {
    const found = await verdictOf(bytes);
    if (found !== verdict) wrong.push(`${name}: ${found}, not ${verdict}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);
