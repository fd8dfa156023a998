import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";

import { withLock } from "./lock.ts";

const dir = fs.mkdtempSync(path.join(os.tmpdir(), "lock-"));
afterAll(() => fs.rmSync(dir, { recursive: true }));

test("one at a time, in one process too", async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(20);
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => withLock(path.join(dir, "a"), work)));
  expect(most).toBe(1);
});

test("work that fails gives the lock back", async () => {
  const file = path.join(dir, "b");
  await expect(withLock(file, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await withLock(file, async () => "free", 1000)).toBe("free");
});

test("a holder that is killed gives it back", async () => {
  const file = path.join(dir, "c");
  const module = path.join(import.meta.dirname, "lock.ts");
  const code = `import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(file)}, async () => { console.log("held"); await new Promise((r) => setTimeout(r, 60000)); });`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  await expect(withLock(file, async () => "mine", 200)).rejects.toThrow("somebody has held");
  holder.kill("SIGKILL");
  expect(await withLock(file, async () => "mine", 5000)).toBe("mine");
});
