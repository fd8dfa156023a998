import "server-only";

import { and, eq, inArray } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { mails } from "#/db/schema/index.ts";

/** Puts a letter that did not arrive back into the queue with all its attempts. False for one that is on its way or arrived. */
export async function retryMail(tx: Tx, id: string, now: Date): Promise<boolean> {
  const put = await tx
    .update(mails)
    .set({ status: "retrying", nextAttemptAt: now, attempts: 0 })
    .where(and(eq(mails.id, id), inArray(mails.status, ["failed", "rejected", "bounced"])))
    .returning({ id: mails.id });
  return put.length > 0;
}
