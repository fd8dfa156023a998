import "server-only";

import { max, sql } from "drizzle-orm";

import type { Db } from "#/db/client.ts";
import { workerHeartbeats } from "#/db/schema/index.ts";

/** Names of the migrations that this database has had. */
export async function migrationsApplied(db: Db): Promise<Set<string>> {
  const rows = await db.execute<{ name: string }>(sql`select name from drizzle.__drizzle_migrations`);
  return new Set(rows.map(({ name }) => name));
}

/** When any worker last said that it lives. */
export async function lastHeartbeat(db: Db): Promise<Date | null> {
  const [row] = await db.select({ at: max(workerHeartbeats.at) }).from(workerHeartbeats);
  return row?.at ?? null;
}
