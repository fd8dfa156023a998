import "server-only";

import { sql } from "drizzle-orm";

import { type Db, inTenant, type Tx } from "#/db/client.ts";

/** What a handler of follow-up work is given. `tx` is the transaction of the message itself: done and effect are one. */
export type JobContext = { db: Db; tx: Tx; now: Date; real: Date };

/** "again": not finished, come back at once without counting a failure. */
export type Handled = "again" | undefined;
export type Handler = (context: JobContext, payload: unknown) => Promise<Handled>;

/** A job's own transaction as the house. It may hold its row for longer than a web request may: a mail server is slow. */
export const asJob = <T>(db: Db, job: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTenant(db, { kind: "system", job }, async (tx) => {
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
    return work(tx);
  });
