import "server-only";

import type { Tx } from "#/db/client.ts";
import { closedMonths, ledgerEntries } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { bookDay, type Entry } from "#/lib/ledger/ledger.ts";

/** Rows in one INSERT: 12 columns each stay under PostgreSQL's 65,535 parameters. */
const BATCH = 4000;

/**
 * Puts facts into the books in the transaction that made them. A closed month takes nothing: its late facts go to the first open
 * day after it, with their own day kept beside. A second entry of the same fact fails the transaction.
 */
export async function post(tx: Tx, { actor, now }: { actor: Actor; now: Date }, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const closed = (await tx.select({ month: closedMonths.month }).from(closedMonths)).map(({ month }) => month);
  const postedBy = actorRef(actor).id;
  const rows = entries.map(({ day: factDay, ...entry }) => ({
    ...entry,
    ...{ id: crypto.randomUUID(), day: bookDay(factDay, closed), factDay, postedAt: now, postedBy },
  }));
  for (let at = 0; at < rows.length; at += BATCH) await tx.insert(ledgerEntries).values(rows.slice(at, at + BATCH));
}
