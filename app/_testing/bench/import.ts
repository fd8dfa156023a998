import "server-only";

import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import { matchStatement } from "#/app/_payments/match-statement.ts";
import type { Db } from "#/db/client.ts";
import { manyOrders } from "../prove/many-orders.ts";
import { randomOf } from "../prove/proof.ts";
import { bringStatement, fileOf, type Planned, paymentOf, planStatement } from "../prove/statements.ts";
import { type Bench, median, ms, ratio, table } from "./bench.ts";
import type { Watched } from "./import-child.ts";
import { floor } from "./import-floor.ts";

const now = new Date("2026-04-17T12:00:00+03:00");
const ordered = new Date("2026-04-15T12:00:00+03:00");
const CHILD = fileURLToPath(new URL("./import-child.ts", import.meta.url));
/** Six of ten lines find their invoice. */
const PAYING = 0.6;

/** The same lines by COPY and set-based SQL into tables without walls, and by the house. */
export const bench: Bench = async ({ db, owner, smoke, rounds, say }) => {
  const dir = await mkdtemp(path.join(os.tmpdir(), "bench-import-"));
  try {
    const few = smoke ? 100 : 10_000;
    await statements({ db, owner, dir, lines: few, open: few * PAYING * rounds, rounds, say });
    const many = smoke ? 300 : 100_000;
    await statements({ db, owner, dir, lines: many, open: many * 2.8, rounds: 1, say });
    const [concludes, waits] = await sent(db, owner);
    say(
      `\nStatements sent for a portion of one payment that concludes a contract: ${concludes}; that waits for a person: ${waits}.`,
    );
  } finally {
    await rm(dir, { recursive: true });
  }
};

type Asked = Pick<Parameters<Bench>[0], "db" | "owner" | "rounds" | "say"> & {
  dir: string;
  lines: number;
  open: number;
};

/** Statements of so many lines against so many open invoices; each round concludes contracts of its own. */
async function statements({ db, owner, dir, lines, open, rounds, say }: Asked) {
  const paying = Math.floor(lines * PAYING);
  const orders = await manyOrders(db, owner, Math.round(open), ordered);
  const small = path.join(dir, `small-${lines}.txt`);
  await writeFile(small, fileOf([paymentOf(orders[0]!, 1n, null)]));
  const floors: Awaited<ReturnType<typeof floor>>[] = [];
  const ours: Watched[] = [];
  for (let round = 0; round < rounds; round++) {
    const own = orders.slice(round * paying, (round + 1) * paying);
    const plan = planStatement(randomOf(round), own, lines, `${lines}R${round}`);
    const file = path.join(dir, `${lines}-${round}.txt`);
    const bytes = fileOf(plan);
    await writeFile(file, bytes);
    floors.push(await floor(owner, bytes, plan));
    // What the floor undid is not ours to step over.
    await owner`vacuum (analyze) invoices, contracts`;
    ours.push(await watched(file, small));
  }
  const middle = (of: (one: Watched) => number) => median(ours.map(of));
  const least = (of: (one: (typeof floors)[number]) => number) => median(floors.map(of));
  const whole = least(({ keep, match }) => keep + match);
  const row = (what: string, time: number, to: number) => [
    what,
    ms(time),
    Math.round((1000 * lines) / time),
    ratio(time, to),
  ];
  say(
    table(
      [`${lines} lines, ${paying} conclude, ${Math.round(open)} invoices open`, "ms", "lines/s", "to its floor"],
      [
        row("floor: naive parse, COPY, set-based match and its writes", whole, whole),
        row(
          "ours: upload → matched, whole",
          middle(({ keep, match }) => keep + match),
          whole,
        ),
        row(
          "of it: every kopeck proved, the file and its lines kept, in the books",
          middle(({ keep }) => keep),
          least(({ keep }) => keep),
        ),
        row(
          "of it: matched, contracts concluded, all of it on record",
          middle(({ match }) => match),
          least(({ match }) => match),
        ),
        row(
          "the same file again",
          middle(({ again }) => again),
          whole,
        ),
      ],
    ),
  );
  const most = (of: (one: Watched) => number) => Math.max(...ours.map(of)).toFixed(0);
  say(`\nFirst word of progress after ${most(({ told }) => told)} ms. The most while keeping: the event loop held for \
${most(({ stallKeep }) => stallKeep)} ms, ${most(({ keepMemory }) => keepMemory)} MiB over idle; while matching: \
${most(({ stallMatch }) => stallMatch)} ms, ${most(({ matchMemory }) => matchMemory)} MiB.\n`);
}

async function watched(file: string, small: string): Promise<Watched> {
  const child = fork(CHILD, [file, now.toISOString(), small], { execArgv: ["--conditions=react-server"] });
  const ended = once(child, "exit");
  const [told] = await Promise.race([
    once(child, "message"),
    ended.then(([code]) => {
      throw new Error(`the import ended with code ${code}`);
    }),
  ]);
  await ended;
  return told as Watched;
}

/** How many statements PostgreSQL is sent: each is a round trip, for one payment as for five hundred. */
async function sent(db: Db, owner: postgres.Sql): Promise<number[]> {
  const [spare] = await manyOrders(db, owner, 1, ordered);
  const pays = paymentOf(spare!, spare!.total, null);
  const one = async (line: Planned) => {
    const { statementId } = await bringStatement(db, fileOf([line]), now);
    let count = 0;
    const url = process.env.APP_DATABASE_URL ?? "";
    const client = postgres(url, { max: 1, onnotice() {}, fetch_types: false, debug: () => void count++ });
    await matchStatement(drizzle({ client }), statementId, now, { limit: 2 });
    await client.end();
    return count;
  };
  return [await one(pays), await one({ ...pays, amount: 1n })];
}
