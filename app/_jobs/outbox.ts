import "server-only";

import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { realTime } from "#/app/_auth/real-time.ts";
import { currentTime } from "#/app/_time/now.ts";
import type { Db, Tx } from "#/db/client.ts";
import { nextMessage, type OutboxRow } from "#/db/queries/outbox.ts";
import { markDone, markFailed } from "#/db/writes/outbox-done.ts";
import { log } from "#/lib/log.ts";
import { OUTBOX_BACKOFF, tryAgain } from "./backoff.ts";
import { HANDLERS } from "./handlers.ts";
import { asJob, type Handled, type Handler } from "./job.ts";

/**
 * Takes one message and does it: effects and "done" commit together, so a kill leaves all or nothing. A failure undoes the effects
 * only, and is counted. False when nothing was due.
 */
export async function doNextMessage(db: Db, handlers: Record<string, Handler> = HANDLERS): Promise<boolean> {
  return asJob(db, "outbox", async (tx) => {
    const message = await nextMessage(tx, realTime());
    if (!message) return false;
    try {
      const handled = await handle(db, tx, message, handlers);
      if (handled !== "again") await markDone(tx, message.id, realTime());
    } catch (error) {
      // Without a database there is nobody to count it: the transaction is gone and the row is free.
      if (isDatabaseAway(error)) throw error;
      await countFailure(tx, message, error);
    }
    return true;
  });
}

async function handle(db: Db, tx: Tx, message: OutboxRow, handlers: Record<string, Handler>): Promise<Handled> {
  const handler = Object.hasOwn(handlers, message.topic) ? handlers[message.topic] : undefined;
  if (!handler) throw new Error("no handler for the topic");
  const now = await currentTime(tx);
  return tx.transaction((savepoint) => handler({ db, tx: savepoint, now, real: realTime() }, message.payload));
}

async function countFailure(tx: Tx, message: OutboxRow, error: unknown) {
  const attempt = message.attempts + 1;
  const real = realTime();
  const again = tryAgain(OUTBOX_BACKOFF, attempt, real);
  const fields = { job: message.topic, jobId: message.id, attempt, err: error };
  if (again) log.warn(fields, "follow-up work failed, will be tried again");
  else log.error(fields, "follow-up work is dead");
  await markFailed(tx, message, { code: codeOf(error), again, real });
}

/** Enough to find the log line by; messages of errors quote data. */
const codeOf = (error: unknown): string => {
  const { code, name } = ((error as { cause?: unknown })?.cause ?? error) as { code?: unknown; name?: unknown };
  return typeof code === "string" ? code : typeof name === "string" ? name : "unknown";
};
