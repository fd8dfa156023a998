import "server-only";

import type { Db, Tx } from "#/db/client.ts";
import { demoClock } from "#/db/schema/index.ts";

/** Milliseconds that the demonstration clock was moved by; 0 where nobody moved it. */
export async function clockOffset(db: Db | Tx): Promise<number> {
  const [row] = await db.select({ offsetMs: demoClock.offsetMs }).from(demoClock);
  return row?.offsetMs ?? 0;
}
