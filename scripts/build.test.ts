import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { sourceHash } from "./build.ts";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "sources-"));
afterAll(() => fs.rmSync(root, { recursive: true }));

const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
  return sourceHash(root);
};

test("the hash follows what a build is made of, and nothing else", () => {
  const first = write("app/page.tsx", "1");
  expect(write("app/page.tsx", "2")).not.toBe(first);
  expect(write("app/page.tsx", "1")).toBe(first);
  expect(write("lib/money/money.test.ts", "a test")).toBe(first);
  expect(write("README.md", "words")).toBe(first);
  expect(write("package-lock.json", "{}")).not.toBe(first);
});

test("the same text in another file is another source", () => {
  const one = write("lib/a.ts", "x");
  fs.renameSync(path.join(root, "lib/a.ts"), path.join(root, "lib/b.ts"));
  expect(sourceHash(root)).not.toBe(one);
});
