import "server-only";

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type postgres from "postgres";

import { audit } from "#/db/testing/audit.ts";
import { lineKeys } from "#/lib/statement/identity.ts";
import { ACCOUNT } from "#/lib/statement/testing/write.ts";
import { proveFiles } from "./import-files.ts";
import { type CopiedOrder, manyOrders } from "./many-orders.ts";
import { defineProof, type House, withDatabase } from "./proof.ts";
import { fileOf, type Planned, planStatement } from "./statements.ts";

const CHILD = fileURLToPath(new URL("./import-child.ts", import.meta.url));
const now = "2026-04-17T12:00:00+03:00";
const ordered = new Date("2026-04-15T12:00:00+03:00");
/** The longest that a try may keep, or match, before it is killed; most die sooner. */
const LONGEST_MS = 600;
/** Copied orders were never placed by a step. */
const COPIES = ["exactly one entry"];

export const proof = defineProof({
  what: "an import that is killed again and again, resumed and repeated; twins, overlaps, splits, parallel uploads",
  sizes: { lines: { full: 10_000, smoke: 60 }, statements: { full: 3, smoke: 1 }, kills: { full: 200, smoke: 5 } },
  async run(house, { lines, statements, kills }) {
    return withDatabase(house, 20, async (db, owner) => {
      const dir = await mkdtemp(path.join(os.tmpdir(), "prove-import-"));
      const figures = { "died before keeping": 0, "died while matching": 0, "came to the end": 0 };
      let automatic = 0;
      try {
        const each = Math.ceil(lines * 0.3);
        const orders = await manyOrders(db, owner, each * statements, ordered);
        for (let n = 0; n < statements; n++) {
          const mine = orders.slice(n * each, (n + 1) * each);
          const plan = planStatement(house.random, mine, lines, `S${n}`);
          const file = path.join(dir, `${n}.txt`);
          await writeFile(file, fileOf(plan));
          const share = Math.ceil(kills / statements);
          for (let kill = 0; kill < share; kill++) figures[await tryOnce(house, file, true)]++;
          // The last try is left alone; then the same file comes once more and must change nothing.
          figures[await tryOnce(house, file, false)]++;
          const before = await counts(owner);
          await tryOnce(house, file, false);
          if ((await counts(owner)) !== before)
            house.violated(`statement ${n} brought again changed ${before} to ${await counts(owner)}`);
          await check(house, owner, plan, mine, n);
          automatic += mine.length;
          house.say(`statement ${n + 1}: ${lines} lines, ${share} kills, whole`);
        }
        const more = await proveFiles(house, db, owner);
        const { problems } = await audit(owner, { except: COPIES });
        for (const problem of problems) house.violated(problem);
        return { ...figures, "payments kept": lines * statements, "concluded by themselves": automatic, ...more };
      } finally {
        await rm(dir, { recursive: true });
      }
    });
  },
});

/** One process over the file; killed at a random moment after it has begun, if it is still there then. */
async function tryOnce({ appUrl, random }: House, file: string, kill: boolean) {
  const env = { ...process.env, APP_DATABASE_URL: appUrl };
  const child = spawn(process.execPath, ["--conditions=react-server", CHILD, file, now], {
    env,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  let kept = false;
  const said = { begun: Promise.withResolvers<void>(), kept: Promise.withResolvers<void>() };
  child.on("message", (word: keyof typeof said) => {
    kept ||= word === "kept";
    said[word].resolve();
  });
  if (kill) {
    // Half of the deaths fall into the import itself, half into the matching.
    await Promise.race([said[random.chance(0.5) ? "begun" : "kept"].promise, ended]);
    await Promise.race([sleep(random.int(LONGEST_MS)), ended]);
    child.kill("SIGKILL");
  }
  const [code, signal] = await ended;
  if (code === 0) return "came to the end";
  if (!kill && signal === null) throw new Error(`the import failed with code ${code}`);
  return kept ? "died while matching" : "died before keeping";
}

async function counts(owner: postgres.Sql): Promise<string> {
  const [row] = await owner`select (select count(*) from payments) p, (select count(*) from statements) s,
    (select count(*) from allocations) a, (select count(*) from evidence) e, (select count(*) from outbox) o`;
  return Object.values(row!).join();
}

/** Every planned line is there once and to the kopeck; each order is paid by its one right line and by no other. */
async function check(house: House, owner: postgres.Sql, plan: Planned[], orders: CopiedOrder[], n: number) {
  const keys = lineKeys({ account: ACCOUNT, lines: plan });
  const rows =
    await owner`select line_key, amount::text, state from payments where line_key in ${owner(keys.slice(0, 30_000))}`;
  const kept = new Map(rows.map((row) => [row.line_key as string, row]));
  if (rows.length !== plan.length) house.violated(`statement ${n}: ${plan.length} lines, ${rows.length} kept`);
  plan.forEach((line, at) => {
    const row = kept.get(keys[at]!);
    if (!row) house.violated(`statement ${n}: a payment of ${line.amount} is lost`);
    else if (BigInt(row.amount) !== line.amount) house.violated(`statement ${n}: ${line.amount} became ${row.amount}`);
    else if (row.state === "unmatched") house.violated(`statement ${n}: ${line.documentNumber} was never matched`);
  });
  const sum = plan.reduce((total, { amount }) => total + amount, 0n);
  const read = rows.reduce((total, { amount }) => total + BigInt(amount), 0n);
  if (sum !== read) house.violated(`statement ${n}: the file has ${sum}, the ledger ${read} kopecks`);
  const ids = orders.map(({ contractId }) => contractId);
  const paid =
    await owner`select c.stage, (select count(*)::int from allocations a where a.contract_id = c.id) as parts,
      (select count(*)::int from evidence e where e.contract_id = c.id) as entries from contracts c where c.id in ${owner(ids)}`;
  const wrong = paid.filter(({ stage, parts, entries }) => stage !== "concluded" || parts !== 1 || entries !== 2);
  if (wrong.length > 0 || paid.length !== ids.length)
    house.violated(
      `statement ${n}: ${wrong.length} orders not concluded by one payment, as ${JSON.stringify(wrong[0])}`,
    );
}
