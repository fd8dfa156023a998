import "server-only";

import { and, asc, gte, lte, sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { statements } from "#/db/schema/index.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import type { CloseFacts } from "#/lib/ledger/close.ts";
import { lastDayOf } from "#/lib/ledger/period.ts";

/** What the checklist of a month asks of the database, besides the proof. Lines of other months' days do not count. */
export async function closeFacts(
  tx: Tx,
  month: Day,
): Promise<Pick<CloseFacts, "earlierOpen" | "statements" | "counts">> {
  const end = lastDayOf(month);
  const [row] = await tx.execute<CloseFacts["counts"] & { earlierOpen: Day | null }>(sql`
    select
      (select count(*) from payments where side = 'credit' and state in ('unmatched', 'unidentified') and credit_date <= ${end})::int as "lines-unmatched",
      (select count(*) from payments where side = 'credit' and state = 'proposed' and credit_date <= ${end})::int as "proposals-open",
      (select count(*) from refunds r join payments p on p.id = r.payment_id
        where r.state in ('requested', 'granted', 'prepared') and p.credit_date <= ${end})::int as "money-to-return",
      (select count(*) from acts where status = 'issued' and issued_on <= ${end})::int as "acts-unsent",
      (select count(*) from acts where status in ('sent', 'received') and issued_on <= ${end})::int as "acts-unanswered",
      (select to_char(min(date_trunc('month', day)), 'YYYY-MM-DD') from (select distinct day from ledger_entries where day < ${month}) days
        where date_trunc('month', day)::date not in (select month from closed_months)) as "earlierOpen"`);
  const { earlierOpen, ...counts } = row!;
  // The week before, too: the first statement of the month continues the last one of the month before.
  const spans = await tx
    .select({
      account: statements.account,
      from: statements.dateFrom,
      to: statements.dateTo,
      opening: statements.opening,
      closing: statements.closing,
    })
    .from(statements)
    .where(and(gte(statements.dateTo, addDays(month, -14)), lte(statements.dateFrom, end)))
    .orderBy(asc(statements.dateFrom), asc(statements.importedAt));
  return { earlierOpen, counts, statements: spans };
}
