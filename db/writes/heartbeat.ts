import "server-only";

import type { Tx } from "#/db/client.ts";
import { jobRuns, workerHeartbeats } from "#/db/schema/index.ts";

/** "I am alive", in real time; readiness looks at it. */
export async function beat(tx: Tx, name: string, real: Date): Promise<void> {
  await tx
    .insert(workerHeartbeats)
    .values({ name, at: real })
    .onConflictDoUpdate({ target: workerHeartbeats.name, set: { at: real } });
}

/** Claims a period of a job, in the transaction of its effects; false when it had been done before. */
export async function claimRun(tx: Tx, job: string, period: string, now: Date): Promise<boolean> {
  const claimed = await tx
    .insert(jobRuns)
    .values({ job, period, at: now })
    .onConflictDoNothing()
    .returning({ job: jobRuns.job });
  return claimed.length > 0;
}
