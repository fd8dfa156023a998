import "server-only";

import { sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { closedMonths, ledgerEntries } from "#/db/schema/index.ts";
import { type Actor, actorRef, type StaffActor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Check } from "#/lib/ledger/close.ts";
import { bookDay, type Entry } from "#/lib/ledger/ledger.ts";
import { type Origin, record } from "./evidence.ts";
import { insertMany } from "./many.ts";

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
  await insertMany(tx, ledgerEntries, rows);
}

/** Entries on their way end first, and none begins until the month is closed: the checklist and the closing see the same books. */
export const holdBooks = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('ledger_month', 0))`);

/** Closes a month for good, with the reason and what the checklist said; false where it was closed before. */
export async function closeMonth(
  tx: Tx,
  { month, reason, checks }: { month: Day; reason: string; checks: readonly Check[] },
  { actor, origin, now }: { actor: StaffActor; origin: Origin; now: Date },
): Promise<boolean> {
  const closed = await tx
    .insert(closedMonths)
    .values({ month, closedAt: now, closedBy: actor.userId, note: reason })
    .onConflictDoNothing()
    .returning({ month: closedMonths.month });
  if (closed.length === 0) return false;
  await record(tx, actor, origin, now, { chain: "books", step: "close-month", reason, data: { month, checks } });
  return true;
}
