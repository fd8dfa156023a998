import "server-only";

import { desc, eq, type SQL, sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { acts, invoices, numberSeries, reconciliations, refunds } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";

/** Every series that takes its numbers from a counter, with the table where they stand. */
const TABLES = { invoice: invoices, act: acts, reconciliation: reconciliations, refund: refunds };
export type NumberKind = keyof typeof TABLES;
export const NUMBER_KINDS = Object.keys(TABLES) as NumberKind[];

/** A series and year with the proof of it: how many rows there are under its counter, and which numbers are missing. */
export type SeriesProof = { kind: NumberKind; year: number; last: number; issued: number; missing: number[] };

export async function seriesProofs(tx: Tx): Promise<SeriesProof[]> {
  const series = await tx.select().from(numberSeries).orderBy(desc(numberSeries.year), desc(numberSeries.kind));
  const proofs: SeriesProof[] = [];
  for (const { kind: named, year, last } of series) {
    const kind = named as NumberKind;
    const table = TABLES[kind];
    const [row] = await tx.select({ issued: sql<number>`count(*)::int` }).from(table).where(eq(table.year, year));
    const issued = row?.issued ?? 0;
    const missing = issued === last ? [] : await missingNumbers(tx, table, year, last);
    proofs.push({ kind, year, last, issued, missing });
  }
  return proofs;
}

async function missingNumbers(tx: Tx, table: (typeof TABLES)[NumberKind], year: number, last: number) {
  const rows = await tx.execute<{ n: number }>(
    sql`select n from generate_series(1, ${last}::int) n except select ${table.sequence} from ${table} where ${table.year} = ${year} order by 1 limit 100`,
  );
  return [...rows].map(({ n }) => n);
}

export const JOURNAL_PAGE = 200;

/** One number: its paper, where that stands, and what became of it. A paper of no contract has none; a refund may be nobody's yet. */
export type JournalRow = {
  id: string;
  contractId: string | null;
  sequence: number;
  number: string;
  issuedOn: Day;
  status: string;
  party: string | null;
  total: string | null;
  /** Why it is void. */
  reason: string | null;
  /** The paper that stands in the place of a void one. */
  successor: string | null;
};

const PAPERS: Record<NumberKind, SQL> = {
  invoice: sql`select j.*, j.issued_on as on_day, j.total as sum, j.closed_reason as why,
    (select next.number from invoices next where next.replaces_id = j.id limit 1) as successor from invoices j`,
  act: sql`select j.*, j.issued_on as on_day, null::bigint as sum,
    (select next.correction_reason from acts next where next.replaces_id = j.id) as why,
    (select next.number from acts next where next.replaces_id = j.id limit 1) as successor from acts j`,
  reconciliation: sql`select j.*, j.issued_on as on_day, null::uuid as contract_id, null::bigint as sum, null as why,
    case (select m.move from reconciliation_moves m where m.reconciliation_id = j.id and m.move <> 'keep-copy' order by m.seq desc limit 1)
      when 'confirm' then 'agreed' when 'dispute' then 'disputed' when 'answer' then 'answered' when 'replace' then 'replaced'
      else 'open' end as status,
    (select next.number from reconciliations next where next.replaces_id = j.id) as successor from reconciliations j`,
  // Sent back, an order waits to be prepared anew under its number: the lawyer's day stands for it meanwhile.
  refund: sql`select j.*, (coalesce(j.prepared_at, j.decided_at) at time zone 'Europe/Minsk')::date as on_day, j.amount as sum,
    j.state as status, j.withdrawn_reason as why, null as successor from refunds j`,
};

/** The journal of one series and year in the order of its numbers, with what became of each. */
export async function journal(tx: Tx, kind: NumberKind, year: number, from: number): Promise<JournalRow[]> {
  const rows = await tx.execute<JournalRow>(sql`
    select p.id, p.contract_id as "contractId", p.sequence, p.number, p.on_day::text as "issuedOn", p.status, parties.name as party,
      p.sum::text as total, p.why as reason, p.successor
    from (${PAPERS[kind]}) p left join parties on parties.id = p.party_id
    where p.year = ${year} and p.sequence >= ${from} order by p.sequence limit ${JOURNAL_PAGE + 1}`);
  return [...rows];
}
