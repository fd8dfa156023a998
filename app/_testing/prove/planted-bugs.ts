import "server-only";

import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";

import { PLANTED_BUGS, type PlantedBug } from "./planted/bugs.ts";
import { defineProof, type House } from "./proof.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
/** What the tests of a bug read; the rest of the checkout is not copied. */
const COPIED = ["app", "components", "db", "docs", "lib", "scripts", "types", "package.json", "tsconfig.json"];
const CONFIGURED = ["vitest.config.ts", "drizzle.config.ts", "next.config.ts", "run"];

/** A bug that makes its tests hang is found as well. */
const SLOWEST = 5 * 60_000;

/**
 * Tests that cannot fail prove nothing. Each bug is planted alone into a copy of the sources, and the tests named beside it must
 * turn red; before that they are green on the copy as it is. A bug whose line is gone is a violation too: the list cannot rot.
 */
export const proof = defineProof({
  what: "planted bugs, each found by the tests named beside it",
  sizes: { bugs: { full: PLANTED_BUGS.length, smoke: 2 } },
  async run(house, size) {
    for (const bug of PLANTED_BUGS)
      if (occurrences(bug) !== 1) house.violated(`${bug.name}: its line is not once in ${bug.file}`);
    const copy = copyOfSources();
    try {
      const bugs = PLANTED_BUGS.slice(0, size.bugs);
      const suites = new Map(bugs.map(({ found }) => [found.join(" "), found]));
      for (const found of suites.values())
        if (!(await passes(copy, found))) house.violated(`${found.join(" ")}: red without any bug`);
      let found = 0;
      for (const bug of bugs) if (await isFound(copy, bug, house)) found++;
      return { "bugs planted": bugs.length, "found by their tests": found, "suites green without them": suites.size };
    } finally {
      fs.rmSync(copy, { recursive: true, force: true });
    }
  },
});

async function isFound(copy: string, bug: PlantedBug, house: House): Promise<boolean> {
  const file = path.join(copy, bug.file);
  const right = fs.readFileSync(file, "utf8");
  fs.writeFileSync(
    file,
    right.replace(bug.from, () => bug.to),
  );
  try {
    if (!(await passes(copy, bug.found))) return true;
    house.violated(`not found: ${bug.name} (${bug.file})`);
    return false;
  } finally {
    fs.writeFileSync(file, right);
  }
}

const occurrences = ({ file, from }: PlantedBug) =>
  fs.readFileSync(path.join(ROOT, file), "utf8").split(from).length - 1;

function copyOfSources(): string {
  const copy = fs.mkdtempSync(path.join(ROOT, ".data/planted-"));
  for (const name of [...COPIED, ...CONFIGURED])
    fs.cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
  return copy;
}

async function passes(copy: string, [project, ...rest]: PlantedBug["found"]): Promise<boolean> {
  const vitest = path.join(ROOT, "node_modules/vitest/vitest.mjs");
  const child = spawn(process.execPath, [vitest, "run", "--project", project, "--bail=1", ...rest], {
    cwd: copy,
    stdio: "ignore",
    timeout: SLOWEST,
    env: { ...plain(), TEST_CLUSTER: path.join(copy, ".data/test-pg") },
  });
  const [code] = await once(child, "exit");
  return code === 0;
}

/** Without what the surrounding proof and test runner have set for themselves. */
function plain(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR } = process.env;
  return { PATH, HOME, LANG, TMPDIR, NODE_ENV: "test" };
}
