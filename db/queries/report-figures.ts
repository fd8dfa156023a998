import "server-only";

import { sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import type { Day } from "#/lib/calendar/day.ts";
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
