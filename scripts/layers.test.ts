import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { ROOT } from "./support/files.ts";

// Each arrow of the house, put before the real linter with the real configuration, in an empty folder.

type Probe = { file: string; line: string };
const imports = (room: string, targets: readonly string[]): Probe[] =>
  targets.map((target, index) => ({ file: `${room}/probe-${index}.ts`, line: `import { x } from "${target}";` }));

const up = [
  ...imports("lib/money", [
    "#/app/_auth/x.ts",
    "#/db/client.ts",
    "#/components/ui/x.tsx",
    "#/scripts/pg.ts",
    "../../db/client.ts",
    "../../app/_time/now.ts",
    "next/headers",
    "drizzle-orm",
    "postgres",
  ]),
  ...imports("db/queries", [
    "#/app/_time/now.ts",
    "#/components/ui/x.tsx",
    "../../app/_time/now.ts",
    "next/cache",
    "react",
  ]),
  ...imports("components/ui", [
    "#/app/_actions/x.ts",
    "#/db/client.ts",
    "../../db/client.ts",
    "drizzle-orm",
    "postgres",
  ]),
  ...imports("app/cabinet", ["#/scripts/pg.ts", "#/e2e/pages/x.ts"]),
  ...imports("scripts/support", ["#/app/_jobs/worker.ts", "#/components/ui/x.tsx"]),
  ...imports("e2e/journeys", ["#/app/_jobs/worker.ts", "#/db/client.ts", "#/components/ui/x.tsx"]),
  { file: "lib/calendar/as-type.ts", line: `import type { X } from "#/db/client.ts";` },
  { file: "lib/calendar/on-demand.ts", line: `export const x = () => import("#/db/client.ts");` },
  { file: "lib/calendar/passed-on.ts", line: `export { x } from "#/db/client.ts";` },
];

const down = [
  ...imports("lib/contract", ["#/lib/money/kopecks.ts", "./machine.ts", "zod"]),
  ...imports("db/writes", ["#/lib/access/actor.ts", "../client.ts", "drizzle-orm", "postgres"]),
  ...imports("components/form", ["#/lib/money/format.ts", "next/link", "react"]),
  ...imports("app/staff", ["#/db/client.ts", "#/lib/result.ts", "#/components/ui/x.tsx", "next/headers"]),
  ...imports("scripts", ["#/db/prepare.ts", "#/lib/env.ts"]),
  ...imports("e2e/pages", ["@playwright/test", "#/lib/paths.ts"]),
];

const place = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "layers-")));
afterAll(() => fs.rmSync(place, { recursive: true }));

function refusedFiles(): ReadonlySet<string> {
  const { vcs: _, ...config } = JSON.parse(fs.readFileSync(path.join(ROOT, "biome.json"), "utf8"));
  fs.writeFileSync(path.join(place, "biome.json"), JSON.stringify(config));
  for (const { file, line } of [...up, ...down]) {
    fs.mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    fs.writeFileSync(path.join(place, file), `${line}\n`);
  }
  const biome = path.join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--only=style/noRestrictedImports", "--max-diagnostics=200", "--reporter=github"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: place, encoding: "utf8" });
  return new Set(
    [...stdout.matchAll(/noRestrictedImports,file=([^,]+),/g)].map((match) => path.relative(place, match[1]!)),
  );
}

const refused = refusedFiles();

test.each(up)("refused: $line in $file", ({ file }) => expect(refused).toContain(file));
test.each(down)("allowed: $line in $file", ({ file }) => expect(refused).not.toContain(file));
