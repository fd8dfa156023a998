import "server-only";

import { readdir } from "node:fs/promises";
import path from "node:path";

import { realTime } from "#/app/_auth/real-time.ts";
import { type Db, database } from "#/db/client.ts";
import { lastHeartbeat, migrationsApplied } from "#/db/queries/health.ts";
import { isDraining } from "./draining.ts";

const DATABASE_WITHIN_MS = 500;
const HEARTBEAT_WITHIN_MS = 60_000;

export type Part = "ok" | "away" | "behind" | "silent" | "stopping";
export type Readiness = { ready: boolean; web: Part; database: Part; migrations: Part; worker: Part };

/** May this process be sent people? Says which part is not ready and nothing more: strangers read it too. */
export async function readiness(db: Db = database()): Promise<Readiness> {
  const web = isDraining() ? "stopping" : "ok";
  try {
    const facts = await within(DATABASE_WITHIN_MS, Promise.all([migrationsApplied(db), lastHeartbeat(db), ours()]));
    const [applied, beat, known] = facts;
    const migrations = known.every((name) => applied.has(name)) ? "ok" : "behind";
    const worker = beat && realTime().getTime() - beat.getTime() <= HEARTBEAT_WITHIN_MS ? "ok" : "silent";
    const ready = web === "ok" && migrations === "ok" && worker === "ok";
    return { ready, web, database: "ok", migrations, worker };
  } catch {
    return { ready: false, web, database: "away", migrations: "away", worker: "away" };
  }
}

let names: Promise<string[]> | undefined;
/** The migrations that this build was made with. The folder does not change under a running process. */
function ours(): Promise<string[]> {
  names ??= readdir(path.join(process.cwd(), "db", "migrations"));
  return names;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error("too slow")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
