import "server-only";

import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { allocations, contracts, invoices, parties, payments } from "#/db/schema/index.ts";
import type { SearchTerms } from "#/lib/contract/search-terms.ts";
import { balanceOf } from "./late-money.ts";
import { partiesOf } from "./staff-contracts.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

export type PartyRow = {
  id: string;
  kind: string;
  name: string;
  unp: string | null;
  createdAt: Date;
  contracts: number;
};

/** Customers, newest first, or those whom a search by УНП or name means. */
export async function partyList(tx: Tx, terms: SearchTerms | null, cursor: Cursor | null): Promise<Page<PartyRow>> {
  const { where, order } = keyset(parties.createdAt, parties.id, "desc", "timestamptz", cursor);
  const meant = terms && (await partiesOf(tx, terms));
  const found = await tx
    .select({
      id: parties.id,
      kind: parties.kind,
      name: parties.name,
      unp: parties.unp,
      createdAt: parties.createdAt,
      contracts: sql<number>`(select count(*) from contracts c where c.party_id = parties.id)::int`,
    })
    .from(parties)
    .where(and(meant ? inArray(parties.id, meant) : undefined, where))
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, (row) => `${row.createdAt.toISOString()}~${row.id}`);
}

export const PARTY_CONTRACTS = 50;

export function contractsOfParty(tx: Tx, partyId: string) {
  return tx
    .select({
      id: contracts.id,
      stage: contracts.stage,
      total: contracts.total,
      placedAt: contracts.placedAt,
      number: sql<
        string | null
      >`(select i.number from invoices i where i.contract_id = contracts.id order by i.issued_at desc, i.sequence desc limit 1)`,
    })
    .from(contracts)
    .where(eq(contracts.partyId, partyId))
    .orderBy(desc(contracts.placedAt))
    .limit(PARTY_CONTRACTS);
}

/** What was set against the party's invoices, and which of its payments still have something left (the balance of 3.4). */
export async function moneyOfParty(tx: Tx, partyId: string) {
  const set = await tx
    .select({
      paymentId: allocations.paymentId,
      contractId: allocations.contractId,
      number: invoices.number,
      amount: allocations.amount,
      creditDate: payments.creditDate,
      payerName: payments.payerName,
    })
    .from(allocations)
    .innerJoin(payments, eq(payments.id, allocations.paymentId))
    .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .where(eq(allocations.partyId, partyId))
    .orderBy(desc(payments.creditDate), desc(allocations.at))
    .limit(PARTY_CONTRACTS);
  return { set, left: await balanceOf(tx, partyId) };
}
