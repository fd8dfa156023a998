// One proof as a process; `./run prove` starts it over a database that is the proof's alone.
// usage: node --conditions=react-server app/_testing/prove/main.ts <proof> <size> <seed>
import "server-only";

import { type Figures, type House, type Proof, randomOf, type Sizes, sizesOf } from "./proof.ts";

const PROOFS: Record<string, () => Promise<{ proof: unknown }>> = {
  life: () => import("./life.ts"),
  calendar: () => import("./calendar.ts"),
  deadlines: () => import("./deadlines.ts"),
  acts: () => import("./acts.ts"),
  decisions: () => import("./decisions.ts"),
  numbers: () => import("./numbers.ts"),
  idempotency: () => import("./idempotency.ts"),
  ledger: () => import("./ledger.ts"),
  import: () => import("./import.ts"),
  evidence: () => import("./evidence.ts"),
  outbox: () => import("./outbox.ts"),
  clocks: () => import("./clocks.ts"),
  postgres: () => import("./postgres.ts"),
  tampered: () => import("./tampered.ts"),
  fuzz: () => import("./fuzz.ts"),
  hostile: () => import("./hostile-statements.ts"),
  bugs: () => import("./planted-bugs.ts"),
  restore: () => import("./restore.ts"),
};
const SHOWN = 20;

const [name = "", size = "full", seedText = "1"] = process.argv.slice(2);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const began = performance.now();

const loaded = await PROOFS[name]?.();
if (!loaded) throw new Error(`no such proof: ${name}`);
const proof = loaded.proof as Proof<Sizes>;
const sizes = sizesOf(proof.sizes, size);
const violations: string[] = [];
const seed = Number(seedText);
const house: House = {
  seed,
  random: randomOf(seed),
  appUrl: process.env.APP_DATABASE_URL ?? "",
  ownerUrl: process.env.PROVE_OWNER_URL ?? "",
  violations,
  violated: (what) => void violations.push(what),
  say: (line) => say(`  ${line}`),
};

say(`\n${name}: ${proof.what}`);
say(`  size ${size}, seed ${seed}: ${list(sizes)}`);
let figures: Figures = {};
try {
  figures = await proof.run(house, sizes);
} catch (error) {
  violations.push(`the proof itself broke off: ${error instanceof Error ? error.stack : String(error)}`);
}
for (const [what, figure] of Object.entries(figures)) say(`  ${what.padEnd(38)} ${figure}`);
for (const violation of violations.slice(0, SHOWN)) say(`  ✗ ${violation}`);
if (violations.length > SHOWN) say(`  ✗ and ${violations.length - SHOWN} more`);
const took = ((performance.now() - began) / 1000).toFixed(1);
say(
  violations.length === 0
    ? `  holds: 0 violations in ${took} s`
    : `  BROKEN: ${violations.length} violations in ${took} s; again with: ./run prove ${name} --size ${size} --seed ${seed}`,
);
process.exit(violations.length === 0 ? 0 : 1);

function list(of: Record<string, number>): string {
  return Object.entries(of)
    .map(([what, count]) => `${count.toLocaleString("en-US")} ${what}`)
    .join(", ");
}
