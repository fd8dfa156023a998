import "server-only";

import { and, eq, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { Tx } from "#/db/client.ts";
import {
  acts,
  allocations,
  closedMonths,
  invoices,
  ledgerEntries,
  parties,
  payments,
  refunds,
} from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { ACCOUNTS, type Account } from "#/lib/ledger/ledger.ts";
import type { Period } from "#/lib/ledger/period.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

/** Debits less credits before the period, what moved in it, debits less credits at its end: below zero is a credit balance. */
export type Turnover = { account: Account; opening: Kopecks; debit: Kopecks; credit: Kopecks; closing: Kopecks };

type Sums = { account: Account; opening: string; debit: string; credit: string; closing: string };

/** Every account of the books over a period, also those that nothing moved. */
export async function trialBalance(tx: Tx, { from, to }: Period): Promise<Turnover[]> {
  const rows = await tx.execute<Sums>(sql`
    select account,
      coalesce(sum(debit - credit) filter (where day < ${from}), 0)::text as opening,
      coalesce(sum(debit) filter (where day >= ${from}), 0)::text as debit,
      coalesce(sum(credit) filter (where day >= ${from}), 0)::text as credit,
      sum(debit - credit)::text as closing
    from (
      select debit as account, day, sum(amount) as debit, 0 as credit from ledger_entries where day <= ${to} group by 1, 2
      union all
      select credit, day, 0, sum(amount) from ledger_entries where day <= ${to} group by 1, 2) legs
    group by account`);
  const sums = new Map([...rows].map((row) => [row.account, row]));
  return ACCOUNTS.map((account) => {
    const row = sums.get(account);
    const of = (figure: Exclude<keyof Sums, "account">) => BigInt(row?.[figure] ?? 0);
    return { account, opening: of("opening"), debit: of("debit"), credit: of("credit"), closing: of("closing") };
  });
}

export type EntryFilter = {
  account?: Account | undefined;
  partyId?: string | undefined;
  contractId?: string | undefined;
  paymentId?: string | undefined;
  invoiceId?: string | undefined;
  actId?: string | undefined;
  refundId?: string | undefined;
  period?: Period | undefined;
};

function meant(filter: EntryFilter): SQL | undefined {
  const { account, partyId, contractId, paymentId, invoiceId, actId, refundId, period } = filter;
  const set = (column: SQL, id: string) =>
    and(
      eq(ledgerEntries.source, "allocation"),
      sql`${ledgerEntries.sourceId} in (select id from allocations where ${column} = ${id})`,
    );
  return and(
    account ? or(eq(ledgerEntries.debit, account), eq(ledgerEntries.credit, account)) : undefined,
    partyId ? eq(ledgerEntries.partyId, partyId) : undefined,
    contractId ? eq(ledgerEntries.contractId, contractId) : undefined,
    paymentId
      ? or(
          and(eq(ledgerEntries.source, "payment"), eq(ledgerEntries.sourceId, paymentId)),
          set(sql`payment_id`, paymentId),
          ofRefunds(sql`${paymentId} in (payment_id, paid_line_id)`),
        )
      : undefined,
    invoiceId ? set(sql`invoice_id`, invoiceId) : undefined,
    actId ? and(inArray(ledgerEntries.source, ["act", "settlement"]), eq(ledgerEntries.sourceId, actId)) : undefined,
    refundId ? ofRefunds(sql`id = ${refundId}`) : undefined,
    period ? and(gte(ledgerEntries.day, period.from), lte(ledgerEntries.day, period.to)) : undefined,
  );
}

const ofRefunds = (where: SQL) =>
  and(
    inArray(ledgerEntries.source, ["refund", "refund-paid", "correction"]),
    sql`${ledgerEntries.sourceId} in (select id from refunds where ${where})`,
  );

const line = alias(payments, "line");

/** Entries of the books in the order of their days, with the document that each comes from. */
export async function entryList(tx: Tx, filter: EntryFilter, cursor: Cursor | null): Promise<Page<EntryRow>> {
  const { where, order } = keyset(ledgerEntries.day, ledgerEntries.id, "asc", "date", cursor);
  const found = await entries(tx)
    .where(and(meant(filter), where))
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, (row) => `${row.day}~${row.id}`);
}

export type EntryRow = Awaited<ReturnType<typeof entries>>[number];

const entries = (tx: Tx) =>
  tx
    .select({
      id: ledgerEntries.id,
      source: ledgerEntries.source,
      debit: ledgerEntries.debit,
      credit: ledgerEntries.credit,
      amount: ledgerEntries.amount,
      day: ledgerEntries.day,
      factDay: ledgerEntries.factDay,
      party: parties.name,
      contractId: ledgerEntries.contractId,
      /** The line of a statement that an entry comes from, directly or by its allocation. */
      paymentId: line.id,
      payer: line.payerName,
      document: line.documentNumber,
      act: acts.number,
      invoice: invoices.number,
      refundId: refunds.id,
      refund: refunds.number,
    })
    .from(ledgerEntries)
    .leftJoin(parties, eq(parties.id, ledgerEntries.partyId))
    .leftJoin(allocations, and(eq(ledgerEntries.source, "allocation"), eq(allocations.id, ledgerEntries.sourceId)))
    .leftJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .leftJoin(acts, and(inArray(ledgerEntries.source, ["act", "settlement"]), eq(acts.id, ledgerEntries.sourceId)))
    .leftJoin(
      refunds,
      and(
        inArray(ledgerEntries.source, ["refund", "refund-paid", "correction"]),
        eq(refunds.id, ledgerEntries.sourceId),
      ),
    )
    .leftJoin(
      line,
      or(
        eq(line.id, allocations.paymentId),
        and(eq(ledgerEntries.source, "payment"), eq(line.id, ledgerEntries.sourceId)),
      ),
    )
    .$dynamic();

/** What the entries of a filter add up to: on the account where one is named, else of all of them. */
export async function entryTurnover(tx: Tx, filter: EntryFilter) {
  const { account, period } = filter;
  const debit = account
    ? sql`case when ${ledgerEntries.debit} = ${account} then ${ledgerEntries.amount} else 0 end`
    : sql`${ledgerEntries.amount}`;
  const credit = account
    ? sql`case when ${ledgerEntries.credit} = ${account} then ${ledgerEntries.amount} else 0 end`
    : sql`${ledgerEntries.amount}`;
  const of = async (where: SQL | undefined) => {
    const [row] = await tx
      .select({
        entries: sql<number>`count(*)::int`,
        debit: sql<string>`coalesce(sum(${debit}), 0)`,
        credit: sql<string>`coalesce(sum(${credit}), 0)`,
      })
      .from(ledgerEntries)
      .where(where);
    return { entries: row!.entries, debit: BigInt(row!.debit), credit: BigInt(row!.credit) };
  };
  const within = await of(meant(filter));
  const before = period
    ? await of(and(meant({ ...filter, period: undefined }), sql`${ledgerEntries.day} < ${period.from}`))
    : null;
  const opening = before ? before.debit - before.credit : 0n;
  return { ...within, opening, closing: opening + within.debit - within.credit };
}

/** Months with entries, newest first, each with what closed it. */
export async function monthsOfBooks(tx: Tx) {
  const rows = await tx.execute<{ month: Day; entries: number }>(sql`
    select to_char(month, 'YYYY-MM-DD') as month, sum(n)::int as entries
    from (select date_trunc('month', day)::date as month, count(*) as n from ledger_entries group by day) days
    group by month order by month desc`);
  const closed = new Map((await tx.select().from(closedMonths)).map((row) => [row.month, row]));
  return [...rows].map(({ month, entries: count }) => ({ month, entries: count, closed: closed.get(month) ?? null }));
}

/** Entries that a closed month could not take: the open month has them with their own day beside. */
export async function lateEntries(tx: Tx, { from, to }: Period): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(ledgerEntries)
    .where(and(gte(ledgerEntries.day, from), lte(ledgerEntries.day, to), sql`${ledgerEntries.factDay} < ${from}`));
  return row!.count;
}
