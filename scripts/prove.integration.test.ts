import path from "node:path";
import { expect, test } from "vitest";

import { DATA, ROOT } from "./support/files.ts";
import { runToEnd } from "./support/processes.ts";

// Each proof in its smallest size, as `./run prove` starts it; the full sizes are in docs/proofs.md.

const PROOFS =
  "life calendar deadlines acts decisions numbers idempotency ledger import outbox clocks postgres tampered fuzz bugs restore".split(
    " ",
  );
const prove = (...args: string[]) =>
  runToEnd(process.execPath, ["--conditions=react-server", path.join(ROOT, "scripts/prove.ts"), ...args], {
    cwd: ROOT,
    env: { ...process.env, TEST_CLUSTER: process.env.TEST_CLUSTER ?? path.join(DATA, "test-pg") },
    quiet: true,
  });

test.each(PROOFS)("the proof of %s holds", { timeout: 120_000 }, async (name) => {
  const { code, output } = await prove(name, "--size", "smoke", "--seed", "1");
  expect(output).toMatch(/holds: 0 violations in/);
  expect(code).toBe(0);
});

test("lists every proof, and refuses what it does not know", async () => {
  const { output } = await prove("help");
  for (const name of PROOFS) expect(output).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
  expect((await prove("nothing-such")).code).toBe(2);
  expect((await prove("life", "--size", "large")).code).toBe(2);
});
