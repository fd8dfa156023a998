// One statement brought and matched in a process of its own, so that memory and stalls are this import's alone.
// usage: node --conditions=react-server app/_testing/bench/import-child.ts <file> <now> <first file, to warm up>
import "server-only";

import { readFile } from "node:fs/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";

import { matchStatement } from "#/app/_payments/match-statement.ts";
import { connect } from "#/db/client.ts";
import { bringStatement } from "../prove/statements.ts";
import { timed } from "./bench.ts";

/** Milliseconds and mebibytes. */
export type Watched = Record<
  "keep" | "match" | "again" | "told" | "stallKeep" | "stallMatch" | "keepMemory" | "matchMemory",
  number
>;

const [file = "", at = "", small = ""] = process.argv.slice(2);
const now = new Date(at);
const { db, client } = connect(process.env.APP_DATABASE_URL ?? "", { max: 4 });
const first = await bringStatement(db, new Uint8Array(await readFile(small)), now);
await matchStatement(db, first.statementId, now);

const MiB = 1024 * 1024;
const idle = process.memoryUsage.rss() / MiB;
let most = idle;
/** The most since the last time, over what the process had when it was idle. */
const overIdle = () => {
  const over = most - idle;
  most = 0;
  return over;
};
const memory = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss() / MiB);
}, 20);
/** The longest time for which nobody else was served. */
async function stall(work: () => Promise<unknown>): Promise<{ time: number; longest: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const time = await timed(work);
  delay.disable();
  return { time, longest: delay.max / 1e6 - 5 };
}

let statementId = "";
let told = 0;
const began = performance.now();
const keep = await stall(async () => {
  const bytes = new Uint8Array(await readFile(file));
  const tell = () => {
    told ||= performance.now() - began;
  };
  statementId = (await bringStatement(db, bytes, now, { tell })).statementId;
});
const keepMemory = overIdle();
const match = await stall(() => matchStatement(db, statementId, now));
const matchMemory = overIdle();
const again = await timed(async () => bringStatement(db, new Uint8Array(await readFile(file)), now));
clearInterval(memory);
const watched: Watched = {
  ...{ keep: keep.time, match: match.time, again, told, stallKeep: keep.longest, stallMatch: match.longest },
  ...{ keepMemory, matchMemory },
};
process.send?.(watched);
await client.end();
process.disconnect?.();
