// Production build, made again only when something that goes into it has changed.
// usage: ./run build [--force]
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { DATA, ROOT, readJson, writePrivateJson } from "./support/files.ts";
import { withLock } from "./support/lock.ts";
import { isAlive, runToEnd } from "./support/processes.ts";
import { fail, step } from "./support/progress.ts";

export const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");

const distDir = () => path.join(ROOT, process.env.NEXT_DIST_DIR ?? ".next");
const stamp = () => path.join(distDir(), "built-from.json");
const users = () => path.join(DATA, `${path.basename(distDir())}.users.json`);

const SOURCES = ["app", "components", "db", "lib", "public", "types"];
const FILES = [
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
  "package.json",
  "proxy.ts",
  "instrumentation.ts",
];

/** A hash over everything that a build is made of; tests and reading matter are not. */
export function sourceHash(root = ROOT): string {
  const hash = createHash("sha256");
  for (const file of [
    ...SOURCES.flatMap((folder) => filesUnder(path.join(root, folder))),
    ...FILES.map((name) => path.join(root, name)),
  ]) {
    if (!fs.existsSync(file)) continue;
    hash.update(`${path.relative(root, file)}\0`).update(createHash("sha256").update(fs.readFileSync(file)).digest());
  }
  return hash.digest("hex");
}

function filesUnder(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

export const isBuilt = () => readJson<{ sources: string }>(stamp())?.sources === sourceHash();

/** Builds when the sources have changed since the last build. Throws with the builder's whole output when it fails. */
export async function ensureBuild({ force = false } = {}): Promise<{ rebuilt: boolean }> {
  fs.mkdirSync(DATA, { recursive: true });
  return withLock(path.join(DATA, "build.lock"), async () => {
    if (!force && isBuilt()) return { rebuilt: false };
    const busy = (readJson<number[]>(users()) ?? []).filter((pid) => pid !== process.pid && isAlive(pid));
    if (busy.length > 0)
      throw new Error(
        `The site must be built again, but process ${busy.join(", ")} is serving the last build. Stop it first.`,
      );
    fs.rmSync(stamp(), { force: true });
    const sources = sourceHash();
    const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const { code, output } = await runToEnd(process.execPath, [NEXT, "build"], { cwd: ROOT, env, quiet: true });
    if (code !== 0) throw new Error(`next build failed (${code}):\n${output}`);
    writePrivateJson(stamp(), { sources });
    return { rebuilt: true };
  });
}

/** Marks the build as served by this process, so that nobody rebuilds it underneath. */
export function holdBuild() {
  const living = (readJson<number[]>(users()) ?? []).filter((pid) => pid !== process.pid && isAlive(pid));
  writePrivateJson(users(), [...living, process.pid]);
}

if (import.meta.main) {
  const { rebuilt } = await step("build", () => ensureBuild({ force: process.argv.includes("--force") })).catch(fail);
  if (!rebuilt) console.log("  nothing has changed since the last build");
}
