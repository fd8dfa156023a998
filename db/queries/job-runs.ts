import "server-only";

import { and, eq, inArray } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { jobRuns } from "#/db/schema/index.ts";

/** Which of these periods of a job are done already. For jobs only. */
export async function runsDone(tx: Tx, job: string, periods: readonly string[]): Promise<Set<string>> {
  if (periods.length === 0) return new Set();
  const rows = await tx
    .select({ period: jobRuns.period })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), inArray(jobRuns.period, [...periods])));
  return new Set(rows.map(({ period }) => period));
}
