import "server-only";

import { sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Sold } from "#/lib/ledger/price-effect.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";

export type MonthFigures = {
  month: Day;
  /** Invoices of the month, without those that were cancelled or replaced. */
  expected: Kopecks;
  received: Kopecks;
  revenue: Kopecks;
  /** Days from an invoice to the money that paid it whole, in the middle; null where nothing was paid. */
  daysToCash: number | null;
  /** Credits of the month, and those of them that the program matched by itself. */
  credits: number;
  matched: number;
};

type Raw = Omit<MonthFigures, "expected" | "received" | "revenue"> &
  Record<"expected" | "received" | "revenue", string>;

/** The last months up to today's, oldest first; a month of nothing is there with zeros. */
export async function monthFigures(tx: Tx, today: Day, months = 12): Promise<MonthFigures[]> {
  const rows = await tx.execute<Raw>(sql`
    with months as (
      select generate_series(date_trunc('month', ${today}::date) - make_interval(months => ${months - 1}), date_trunc('month', ${today}::date), '1 month')::date as month),
    span as (select min(month) as first from months),
    invoiced as (
      select date_trunc('month', issued_on)::date as month, sum(total) as expected from invoices, span
      where issued_on >= span.first and status <> 'cancelled'
        and not exists (select 1 from invoices next where next.replaces_id = invoices.id) group by 1),
    money as (
      select date_trunc('month', credit_date)::date as month, sum(amount) as received, count(*)::int as credits,
        count(*) filter (where exists (select 1 from allocations a where a.payment_id = payments.id and a.kind = 'automatic'))::int as matched
      from payments, span where side = 'credit' and credit_date >= span.first group by 1),
    earned as (
      select date_trunc('month', day)::date as month, sum(amount) as revenue from ledger_entries, span
      where credit = 'revenue' and day >= span.first group by 1),
    cash as (
      select date_trunc('month', c.credited_on)::date as month,
        percentile_cont(0.5) within group (order by c.credited_on - i.issued_on)::float8 as days
      from contracts c join invoices i on i.contract_id = c.id and i.status = 'paid', span
      where c.credited_on >= span.first group by 1)
    select to_char(m.month, 'YYYY-MM-DD') as month, coalesce(expected, 0)::text as expected, coalesce(received, 0)::text as received,
      coalesce(revenue, 0)::text as revenue, cash.days as "daysToCash", coalesce(credits, 0)::int as credits, coalesce(matched, 0)::int as matched
    from months m left join invoiced using (month) left join money using (month) left join earned using (month) left join cash using (month)
    order by m.month`);
  return [...rows].map((row) => ({
    ...row,
    expected: BigInt(row.expected),
    received: BigInt(row.received),
    revenue: BigInt(row.revenue),
  }));
}

export type MatchingMonth = { month: Day; automatic: number; proposed: number; byHand: number; open: number };

/** How the credits of each month found their invoices: by the program, from its proposals, looked for by a person, or not yet. */
export async function matchingByMonth(tx: Tx, today: Day, months = 12): Promise<MatchingMonth[]> {
  const rows = await tx.execute<MatchingMonth>(sql`
    with months as (
      select generate_series(date_trunc('month', ${today}::date) - make_interval(months => ${months - 1}), date_trunc('month', ${today}::date), '1 month')::date as month),
    credits as (
      select date_trunc('month', p.credit_date)::date as month,
        case when a.kind = 'automatic' then 'automatic'
          when a.id is not null and p.proposals @> jsonb_build_array(jsonb_build_object('invoiceId', a.invoice_id)) then 'proposed'
          when a.id is not null or p.state = 'returned' then 'byHand' else 'open' end as way
      from payments p
      left join lateral (select id, kind, invoice_id from allocations where payment_id = p.id and reverses_id is null order by at, id limit 1) a on true
      where p.side = 'credit' and p.credit_date >= (select min(month) from months))
    select to_char(m.month, 'YYYY-MM-DD') as month,
      count(*) filter (where way = 'automatic')::int as "automatic", count(*) filter (where way = 'proposed')::int as "proposed",
      count(*) filter (where way = 'byHand')::int as "byHand", count(*) filter (where way = 'open')::int as "open"
    from months m left join credits using (month) group by m.month order by m.month`);
  return [...rows];
}

/** Upper bounds of days, the last one open. */
export const CASH_DAYS = [0, 1, 3, 5, 10, 20] as const;

/** How many invoices of the last year were paid within so many days; one count for each bound and one for what took longer. */
export async function daysToCash(tx: Tx, today: Day): Promise<number[]> {
  const bounds = sql.raw(`array[${CASH_DAYS.map((bound) => bound + 1).join(", ")}]`);
  const rows = await tx.execute<{ bucket: number; n: number }>(sql`
    select width_bucket(greatest(c.credited_on - i.issued_on, 0), ${bounds}) as bucket, count(*)::int as n
    from contracts c join invoices i on i.contract_id = c.id and i.status = 'paid'
    where c.credited_on > ${today}::date - 365 and c.credited_on <= ${today} group by 1`);
  const found = new Map([...rows].map(({ bucket, n }) => [bucket, n]));
  return [...CASH_DAYS, null].map((_bound, at) => found.get(at) ?? 0);
}

export const AGE_DAYS = [5, 15, 30, 60] as const;
export type AgeBucket = { advance: Kopecks; unsigned: Kopecks };

/** What customers paid and have no accepted act for, by days since the money came: still to be earned, and waiting for a signature. */
export async function ageOfAdvances(tx: Tx, today: Day): Promise<AgeBucket[]> {
  const bounds = sql.raw(`array[${AGE_DAYS.map((bound) => bound + 1).join(", ")}]`);
  const rows = await tx.execute<{ bucket: number; advance: string; unsigned: string }>(sql`
    select width_bucket(greatest(${today}::date - credited_on, 0), ${bounds}) as bucket,
      coalesce(sum(total) filter (where act in ('none', 'issued')), 0)::text as advance,
      coalesce(sum(total) filter (where act not in ('none', 'issued')), 0)::text as unsigned
    from contracts where stage in ('concluded', 'active', 'ended') and act not in ('signed', 'deemed') and credited_on <= ${today}
    group by 1`);
  const found = new Map([...rows].map((row) => [row.bucket, row]));
  return [...AGE_DAYS, null].map((_bound, at) => {
    const row = found.get(at);
    return { advance: BigInt(row?.advance ?? 0), unsigned: BigInt(row?.unsigned ?? 0) };
  });
}

/** Certificates of the contracts concluded in a month, by their months. */
export async function soldIn(tx: Tx, month: Day): Promise<Sold[]> {
  const rows = await tx.execute<{ name: string; count: number; sum: string }>(sql`
    select l.months::text as name, count(*)::int as count, sum(l.amount)::text as sum
    from contracts c join contract_lines l on l.contract_id = c.id
    where c.credited_on >= ${month} and c.credited_on < ${month}::date + interval '1 month'
    group by l.months order by l.months`);
  return [...rows].map(({ sum, ...row }) => ({ ...row, sum: BigInt(sum) }));
}
