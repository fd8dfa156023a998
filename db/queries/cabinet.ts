import "server-only";

import { and, asc, count, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { inTenant } from "#/db/client.ts";
import { contracts, invoices, members, parties, subscriptions } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { ownContracts } from "./contracts.ts";

/** Contracts that wait for this party's hand: money, a new invoice, an answer to an act. Nearest first by age. */
export async function contractsThatWait(tx: Tx, actor: Actor, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(
        ownContracts(actor),
        or(inArray(contracts.stage, ["invoiced", "lapsed"]), inArray(contracts.act, ["sent", "received"])),
      ),
    )
    .orderBy(desc(inArray(contracts.act, ["sent", "received"])), desc(contracts.placedAt), asc(contracts.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The numbers of the cabinet's menu: invoices to pay and acts to answer. */
export async function waitingCounts(tx: Tx, actor: Actor): Promise<{ invoices: number; acts: number }> {
  const [unpaid] = await tx
    .select({ value: count() })
    .from(contracts)
    .innerJoin(invoices, and(eq(invoices.contractId, contracts.id), eq(invoices.status, "live")))
    .where(ownContracts(actor));
  const [open] = await tx
    .select({ value: count() })
    .from(contracts)
    .where(and(ownContracts(actor), inArray(contracts.act, ["sent", "received"])));
  return { invoices: unpaid?.value ?? 0, acts: open?.value ?? 0 };
}

export type SubscriptionRow = { id: string; contractId: string; portal: string; from: Day; to: Day };

/** Paid periods of this party, both days inclusive, the one that ends last first. */
export async function subscriptionsOf(tx: Tx, partyId: string): Promise<SubscriptionRow[]> {
  const rows = await tx
    .select({
      id: subscriptions.id,
      contractId: subscriptions.contractId,
      portal: subscriptions.portal,
      from: sql<Day>`lower(${subscriptions.period})::text`,
      end: sql<Day>`upper(${subscriptions.period})::text`,
    })
    .from(subscriptions)
    .where(and(eq(subscriptions.partyId, partyId), sql`not isempty(${subscriptions.period})`))
    .orderBy(sql`upper(${subscriptions.period}) desc`, asc(subscriptions.portal));
  return rows.map(({ end, ...row }) => ({ ...row, to: addDays(end, -1) }));
}

/**
 * The parties of a person, by name. Memberships are read before there is a tenant; each name is read as its own party, so
 * that nobody's name is open to the role that signs people in.
 */
export async function partiesOf(db: Db, userId: string): Promise<{ id: string; name: string }[]> {
  const own = await db
    .select({ id: members.partyId })
    .from(members)
    .where(and(eq(members.userId, userId), isNull(members.removedAt)))
    .limit(50);
  const named = await Promise.all(
    own.map(({ id: partyId }) =>
      inTenant(
        db,
        { kind: "customer", partyId, userId },
        (tx) => tx.select({ id: parties.id, name: parties.name }).from(parties).where(eq(parties.id, partyId)),
        { readOnly: true },
      ),
    ),
  );
  return named.flat().sort((a, b) => a.name.localeCompare(b.name, "ru"));
}
