import "server-only";

import { type SQL, sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { columnsOf, type RegisterName } from "#/lib/exports/registers.ts";
import type { Cell, Kind } from "#/lib/exports/table.ts";
import type { Period } from "#/lib/ledger/period.ts";

const day = (column: string) => sql.raw(`to_char(${column}, 'YYYY-MM-DD')`);
const GROSS = sql`(select sum((line->>'amount')::bigint) from jsonb_array_elements(a.frozen->'lines') line)`;
/** What the books took as revenue and as VAT of an act; before it is accepted there is neither. */
const booked = (account: string) =>
  sql`(select sum(amount) from ledger_entries e where e.source = 'act' and e.source_id = a.id and e.credit = ${account})`;

/** Accepted acts of the period that carry VAT, with the sums of the books. */
const TAXED = ({ from, to }: Period, more: SQL, where: SQL) => sql`
  select a.id, coalesce(a.signed_on, a.deemed_on) as sort, ${day("coalesce(a.signed_on, a.deemed_on)")} as "acceptedOn", a.number,
    coalesce(a.frozen #>> '{buyer,name}', a.frozen #>> '{buyer,fullName}', p.name) as party, p.unp, ${booked("revenue")} as net, ${booked("vat")} as vat, ${GROSS} as total, ${more}
  from acts a join parties p on p.id = a.party_id
  where a.status in ('signed', 'deemed') and a.frozen->'vat'->>'kind' = 'included'
    and coalesce(a.signed_on, a.deemed_on) between ${from} and ${to} and ${where}`;

/** Each gives `id` and `sort` for the order, and its columns by their names. Names of customers are those of the papers. */
const SOURCES: Record<RegisterName, (period: Period) => SQL> = {
  invoices: ({ from, to }) => sql`
    select i.id, i.issued_on as sort, i.number, ${day("i.issued_on")} as "issuedOn", ${day("i.valid_until")} as "validUntil",
      coalesce(i.frozen #>> '{buyer,name}', i.frozen #>> '{buyer,fullName}', p.name) as party, p.unp, i.status, i.total, i.paid
    from invoices i join parties p on p.id = i.party_id where i.issued_on between ${from} and ${to}`,
  acts: ({ from, to }) => sql`
    select a.id, a.issued_on as sort, a.number, ${day("a.issued_on")} as "issuedOn", ${day("a.sent_on")} as "sentOn",
      ${day("coalesce(a.signed_on, a.deemed_on)")} as "acceptedOn", coalesce(a.frozen #>> '{buyer,name}', a.frozen #>> '{buyer,fullName}', p.name) as party, p.unp, a.status,
      ${booked("revenue")} as net, ${booked("vat")} as vat, ${GROSS} as total
    from acts a join parties p on p.id = a.party_id where a.issued_on between ${from} and ${to}`,
  payments: ({ from, to }) => sql`
    select m.id, m.credit_date as sort, ${day("m.credit_date")} as "creditedOn", m.document_number as number,
      m.payer_name as party, m.payer_unp as unp, m.purpose, m.amount as total, m.allocated, case when m.state = 'returned' then 0 else m.amount - m.allocated end as rest
    from payments m where m.side = 'credit' and m.credit_date between ${from} and ${to}`,
  // As the books stood at the end of the period: what was paid and not yet acted, what was acted and not yet paid.
  age: ({ to }) => sql`
    select c.id, min(l.fact_day) as sort, p.name as party, p.unp,
      (select i.number from invoices i where i.contract_id = c.id order by i.issued_at desc limit 1) as number,
      ${day("min(l.fact_day)")} as since, (${to}::date - min(l.fact_day))::int as days,
      greatest(sum(l.amount) filter (where l.account = 'advances'), 0) as advance,
      greatest(-sum(l.amount) filter (where l.account = 'receivable'), 0) as receivable
    from (select contract_id, fact_day, credit as account, amount from ledger_entries where credit in ('advances', 'receivable') and day <= ${to}
      union all select contract_id, fact_day, debit, -amount from ledger_entries where debit in ('advances', 'receivable') and day <= ${to}) l
    join contracts c on c.id = l.contract_id join parties p on p.id = c.party_id
    group by c.id, p.name, p.unp
    having coalesce(sum(l.amount) filter (where l.account = 'advances'), 0) <> 0
      or coalesce(sum(l.amount) filter (where l.account = 'receivable'), 0) <> 0`,
  vat: (period) => TAXED(period, sql`(a.frozen->'vat'->>'rate')::int as rate`, sql`true`),
  // Tax Code art. 131: by the 10th of the next month; individuals get none.
  esf: (period) =>
    TAXED(
      period,
      sql`to_char(date_trunc('month', coalesce(a.signed_on, a.deemed_on)) + interval '1 month 9 days', 'YYYY-MM-DD') as "dueOn"`,
      sql`p.kind <> 'individual'`,
    ),
};

type Raw = Record<string, string | number | null> & { id: string; sort: string };
export type RegisterRow = { id: string; sort: string; cells: Cell[] };

const cellOf = (value: string | number | null | undefined, kind: Kind): Cell => {
  if (value === null || value === undefined) return null;
  if (kind === "money") return BigInt(value);
  if (kind === "day") return asDay(String(value));
  return kind === "count" ? Number(value) : String(value);
};

/** The next rows of a register by day and id; a whole one is read portion by portion, and no transaction waits for its reader. */
export async function registerRows(
  tx: Tx,
  name: RegisterName,
  period: Period,
  { after, limit }: { after: Pick<RegisterRow, "id" | "sort"> | null; limit: number },
): Promise<RegisterRow[]> {
  const beyond = after ? sql`where (sort, id) > (${after.sort}::date, ${after.id}::uuid)` : sql``;
  const rows = await tx.execute<Raw>(
    sql`select r.*, to_char(r.sort, 'YYYY-MM-DD') as sort from (${SOURCES[name](period)}) r ${beyond} order by r.sort, r.id limit ${limit}`,
  );
  const columns = columnsOf(name);
  return [...rows].map((row) => ({
    id: row.id,
    sort: row.sort,
    cells: columns.map(([column, kind]) => cellOf(row[column], kind)),
  }));
}

/** How many rows, and the sum of every column of money, in the order of the columns. */
export async function registerTotals(tx: Tx, name: RegisterName, period: Period) {
  const columns = columnsOf(name);
  const sums = columns.map(([column, kind]) =>
    kind === "money" ? sql`coalesce(sum(${sql.identifier(column)}), 0)::text` : sql`null::text`,
  );
  const [row] = await tx.execute<{ count: number; sums: (string | null)[] }>(
    sql`select count(*)::int as count, jsonb_build_array(${sql.join(sums, sql`, `)}) as sums from (${SOURCES[name](period)}) r`,
  );
  return { count: row!.count, sums: row!.sums.map((sum) => (sum === null ? null : BigInt(sum))) };
}
