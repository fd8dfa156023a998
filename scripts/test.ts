// Everything that must pass, in order of cost. Goes on after a failure, so that one run tells everything.
// usage: ./run test [step…] [-- arguments of the one step]      last line: N passed, N failed
import fs from "node:fs";
import path from "node:path";

import { ensureBuild, NEXT } from "./build.ts";
import { DATA, ROOT, readJson } from "./support/files.ts";
import { type Finished, onStopSignal, runToEnd } from "./support/processes.ts";
import { seconds } from "./support/progress.ts";
import type { TestStack } from "./support/test-stack.ts";
import { ensureChromium, ensurePoppler } from "./support/tools.ts";

type Outcome = { passed: number; failed: number; output: string };
type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type Check = { step: string; name: string; run(extra: readonly string[]): Promise<Outcome> };

const CHECKS: readonly Check[] = [
  { step: "types", name: "route types", run: () => single(next("typegen")) },
  { step: "types", name: "tsc", run: () => single(tool("typescript/bin/tsc", "--pretty", "false")) },
  {
    step: "lint",
    name: "biome",
    run: () => single(tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--max-diagnostics=200")),
  },
  { step: "lint", name: "oxlint", run: () => single(tool("oxlint/bin/oxlint", "--type-aware", "--deny-warnings")) },
  { step: "lint", name: "knip", run: () => single(tool("knip/bin/knip.js", "--no-progress")) },
  { step: "unit", name: "unit", run: (extra) => vitest("unit", extra) },
  { step: "integration", name: "integration", run: (extra) => vitest("integration", extra) },
  { step: "build", name: "build", run: build },
  { step: "e2e", name: "e2e", run: endToEnd },
];
const STEPS = [...new Set(CHECKS.map((check) => check.step))];

/** Each Playwright worker gets a house of its own; more than the cores can carry would only make all of them slow. */
const HOUSES = 2;

const given = process.argv.slice(2);
const firstExtra = given.findIndex((word) => !STEPS.includes(word));
const wanted = firstExtra < 0 ? given : given.slice(0, firstExtra);
const extra = firstExtra < 0 ? [] : given.slice(firstExtra).filter((word, index) => index > 0 || word !== "--");
if (extra.length > 0 && wanted.length !== 1) {
  console.error(`usage: ./run test [${STEPS.join("|")}]… ; arguments of a tool need exactly one step`);
  process.exit(2);
}

// The running tool gets the signal too and ends; what it held is put away before we do.
let interrupted = false;
onStopSignal(() => {
  interrupted = true;
});

const began = performance.now();
const total = { passed: 0, failed: 0 };
const broken: string[] = [];
for (const check of CHECKS.filter(({ step }) => wanted.length === 0 || wanted.includes(step))) {
  if (interrupted) break;
  const start = performance.now();
  const outcome = await check
    .run(extra)
    .catch((error) => ({ passed: 0, failed: 1, output: String(error?.stack ?? error) }));
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  const ok = outcome.failed === 0;
  if (!ok) broken.push(check.name);
  if (!ok || extra.length > 0) console.log(`\n${outcome.output.trim()}\n`);
  console.log(
    `${ok ? "ok  " : "FAIL"} ${check.name.padEnd(14)} ${seconds(performance.now() - start)}  ${outcome.passed} passed, ${outcome.failed} failed`,
  );
}
console.log(
  `\n${broken.length > 0 ? `failed: ${broken.join(", ")}; ` : ""}took ${seconds(performance.now() - began).trim()}`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(interrupted ? 130 : total.failed > 0 ? 1 : 0);

function tool(bin: string, ...args: string[]): Promise<Finished> {
  const file = path.join(ROOT, "node_modules", bin);
  return runToEnd(process.execPath, [file, ...args], { cwd: ROOT, env: toolEnv(), quiet: true });
}

function next(...args: string[]): Promise<Finished> {
  return runToEnd(process.execPath, [NEXT, ...args], { cwd: ROOT, env: toolEnv(), quiet: true });
}

/** Tests meet their own databases only, whatever this shell or a .env file speaks of. UTC, like most servers: what leans on the host's zone shows. */
function toolEnv(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const env = { ...process.env, NO_COLOR: "1", TZ: "UTC", ...more };
  for (const name of ["DATABASE_URL", "APP_DATABASE_URL", "SMTP_URL", "PUBLIC_ORIGIN", "AUTH_SECRET", "FORCE_COLOR"])
    delete env[name as keyof typeof env];
  return env;
}

async function single(finished: Promise<Finished>): Promise<Outcome> {
  const { code, output } = await finished;
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

async function build(): Promise<Outcome> {
  await ensureBuild();
  return { passed: 1, failed: 0, output: "" };
}

async function vitest(project: string, args: readonly string[]): Promise<Outcome> {
  await ensurePoppler();
  const report = reportFile(project);
  const { code, output } = await tool(
    "vitest/vitest.mjs",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...args,
  );
  const counts = readJson<VitestReport>(report);
  // A file that does not load has no tests to fail: it counts as one.
  const unloaded = counts?.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
  );
  const failed = (counts?.numFailedTests ?? 0) + (unloaded?.length ?? 0);
  return honest({ passed: counts?.numPassedTests ?? 0, failed, output }, code);
}

async function endToEnd(args: readonly string[]): Promise<Outcome> {
  await ensureChromium();
  const { startTestStack } = await import("./support/test-stack.ts");
  const stacks: TestStack[] = [];
  try {
    // One after the other: the first makes the build, the rest serve it.
    for (let at = 0; at < HOUSES; at++) stacks.push(await startTestStack({ name: `e2e_${at}` }));
    const report = reportFile("e2e");
    const env = toolEnv({
      E2E_STACK: stacks.map(({ file }) => file).join(path.delimiter),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      NO_COLOR: "",
    });
    const cli = path.join(ROOT, "node_modules/@playwright/test/cli.js");
    const { code, output } = await runToEnd(process.execPath, [cli, "test", "--reporter=list,json", ...args], {
      cwd: ROOT,
      env,
      quiet: true,
    });
    const stats = readJson<{ stats: { expected: number; flaky: number; unexpected: number } }>(report)?.stats;
    const outcome = { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0, output };
    return honest(outcome, code);
  } finally {
    await Promise.all(stacks.map((stack) => stack.stop()));
  }
}

/** A tool that says "failed" without a failed test (a file that does not load, nothing found) is one failure. */
function honest(outcome: Outcome, code: number): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function reportFile(name: string): string {
  const file = path.join(DATA, "reports", `${name}.json`);
  fs.rmSync(file, { force: true });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return file;
}
