import "server-only";

import { fileStack } from "#/app/_scans/file.ts";
import { readStack } from "#/app/_scans/read.ts";
import { currentTime } from "#/app/_time/now.ts";
import type { Db } from "#/db/client.ts";
import { nextStack } from "#/db/queries/scans.ts";
import { asJob } from "./job.ts";

/** Works on one stack of scans: reads it, or files it after somebody's word. True when there may be another. */
export async function workOnScans(db: Db, stop?: AbortSignal): Promise<boolean> {
  return asJob(db, "scans", async (tx) => {
    const stack = await nextStack(tx);
    if (!stack) return false;
    const now = await currentTime(tx);
    await (stack.state === "reading" ? readStack : fileStack)(db, stack, now, stop);
    return true;
  });
}
