// The operator's commands. They join the running demo, else the database of the settings, else the demo's own database.
// usage: ./run office <command> [--json]
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { authSecret, openDatabase, prepare, RUNNING, type Running } from "./support/demo-database.ts";
import { ROOT, readJson } from "./support/files.ts";
import { isAlive } from "./support/processes.ts";
import { fail } from "./support/progress.ts";
import { loadSettings } from "./support/settings.ts";

const args = process.argv.slice(2);
/** These only compute: they must answer at once, on a machine that has no database. */
const PURE = [/^(help|--help)?$/, /^(unp|iban|portal|working-days|words|purpose)\b/];

try {
  loadSettings();
  const { env, stop } = isPure() ? nothing() : await house();
  // The caller's own directory stays the current one: file arguments are relative to it.
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", path.join(ROOT, "app/_office/office.ts"), ...args],
    {
      stdio: "inherit",
      env: { ...process.env, ...env },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => void stop().then(() => process.exit(code ?? (signal ? 130 : 1))));
} catch (error) {
  fail(error);
}

/** Two files are compared without a library; an edition is looked up in it. A rehearsal of an import only reads the file. */
function isPure(): boolean {
  if (args[0] === "edition" && args[1] === "import") return args.includes("--dry-run");
  if (args[0] === "edition" && args[1] === "diff")
    return args.slice(2).every((one) => one.startsWith("-") || fs.existsSync(one));
  // A table is read through a profile, which lies in the database; the banks' own formats need none.
  if (args[0] === "statement" && args[1] === "parse")
    return !args.some((one) => one.startsWith("--profile") || /\.(?:csv|tsv|xlsx)$/i.test(one));
  return PURE.some((command) => command.test(args.join(" ")));
}

type Joined = { env: Record<string, string | undefined>; stop(): Promise<void> };

function nothing(): Joined {
  return { env: {}, async stop() {} };
}

async function house(): Promise<Joined> {
  if (process.env.APP_DATABASE_URL) return nothing();
  const running = readJson<Running>(RUNNING);
  if (running && isAlive(running.supervisor)) return { ...nothing(), env: running.env };
  if (process.env.DATABASE_URL)
    return { ...nothing(), env: { APP_DATABASE_URL: await prepare(process.env.DATABASE_URL) } };
  const { ownerUrl, stop } = await openDatabase();
  return { env: { APP_MODE: "demo", APP_DATABASE_URL: await prepare(ownerUrl), AUTH_SECRET: authSecret() }, stop };
}
