import "server-only";

import type { Db, Tx } from "#/db/client.ts";
import { demoClock } from "#/db/schema/index.ts";

/** How far "now" is moved from the real time, milliseconds. Demonstration and tests only: the caller has asked. */
export async function setClockOffset(tx: Db | Tx, offsetMs: number): Promise<void> {
  await tx
    .insert(demoClock)
    .values({ id: 1, offsetMs })
    .onConflictDoUpdate({ target: demoClock.id, set: { offsetMs } });
}
