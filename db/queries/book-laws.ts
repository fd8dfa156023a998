import type { Law } from "#/lib/ledger/proof.ts";

/** The facts that each kind of entry must tell again, by day and account; each query gives the ids of what does not agree. */
type BookLaw = Exclude<Law, `${string}-number`>;

const leg = (account: string, sources: string) => `
  (select coalesce(sum(case when debit = '${account}' then amount else -amount end), 0) from ledger_entries
    where '${account}' in (debit, credit) and source in (${sources}))`;
const GROSS = "(select sum((line->>'amount')::bigint) from jsonb_array_elements(a.frozen->'lines') line)";

/**
 * What the books promise, once for the nightly proof, the closing of a month and the audit of a whole database. Each query must give
 * no row; the first column names the record.
 */
export const BOOK_LAWS: Readonly<Record<BookLaw, string>> = {
  "payment-not-as-it-is": `
    select p.id from payments p left join ledger_entries e on e.source = 'payment' and e.source_id = p.id
    where e.amount is distinct from p.amount or (e.debit = 'bank') <> (p.side = 'credit')`,
  "allocation-not-as-it-is": `
    select a.id from allocations a left join ledger_entries e on e.source = 'allocation' and e.source_id = a.id
    where a.amount <> 0 and a.amount is distinct from case when e.debit = 'unallocated' then e.amount else -e.amount end`,
  "act-not-as-it-is": `
    select a.id from acts a left join ledger_entries e on e.source = 'settlement' and e.source_id = a.id
    where (e.id is not null) <> (a.status in ('signed', 'deemed')) or e.amount <> ${GROSS}`,
  "revenue-and-vat": `
    select source_id from ledger_entries where source in ('act', 'settlement') group by source_id
    having sum(case source when 'act' then amount else -amount end) <> 0`,
  // Owed from the lawyer's word on, until the bank's line or until it is taken back; each once and by its own sum.
  "refund-not-as-it-is": `
    select r.id from refunds r
    left join ledger_entries owed on owed.source = 'refund' and owed.source_id = r.id
    left join ledger_entries paid on paid.source = 'refund-paid' and paid.source_id = r.id
    left join ledger_entries back on back.source = 'correction' and back.source_id = r.id
    where owed.amount is distinct from case when r.decided_at is not null and r.state <> 'refused' then r.amount end
      or paid.amount is distinct from case when r.state = 'paid' then r.amount end
      or back.amount is distinct from case when r.state = 'withdrawn' and r.decided_at is not null then r.amount end`,
  "refunds-balance": `
    select ours - theirs from (select -${leg("refunds", "'refund', 'refund-paid', 'correction'")} as ours,
      (select coalesce(sum(amount), 0) from refunds where state in ('granted', 'prepared', 'approved')) as theirs) both_sides
    where ours <> theirs`,
  "entry-of-nothing": `
    select e.id from ledger_entries e where (e.source = 'payment' and not exists (select 1 from payments where id = e.source_id))
      or (e.source = 'allocation' and not exists (select 1 from allocations where id = e.source_id))
      or (e.source in ('act', 'settlement') and not exists (select 1 from acts where id = e.source_id))
      or (e.source in ('refund', 'refund-paid', 'correction') and not exists (select 1 from refunds where id = e.source_id))`,
  "bank-balance": `
    select ours - theirs from (select ${leg("bank", "'payment'")} as ours,
      (select coalesce(sum(case side when 'credit' then amount else -amount end), 0) from payments) as theirs) both_sides
    where ours <> theirs`,
  "unallocated-balance": `
    select ours - theirs from (select -${leg("unallocated", "'payment', 'allocation'")} as ours,
      (select coalesce(sum(amount) filter (where side = 'credit'), 0) from payments) -
      (select coalesce(sum(amount), 0) from allocations) as theirs) both_sides
    where ours <> theirs`,
  "advances-balance": `
    select ours - theirs from (select -${leg("advances", "'allocation', 'settlement'")} as ours,
      (select coalesce(sum(amount), 0) from allocations) -
      (select coalesce(sum(${GROSS}), 0) from acts a where a.status in ('signed', 'deemed')) as theirs) both_sides
    where ours <> theirs`,
};

/**
 * Numbers that a series lost: under its counter without a paper, or a paper over its counter. Read in one statement, so that a number
 * that is being issued beside it is either in both or in neither.
 */
export const lostNumbers = (kind: "invoice" | "act" | "reconciliation" | "refund") => {
  const table = `${kind}s`;
  return `
    with series as (
      select y.year, coalesce(s.last, 0) as last, coalesce(t.top, 0) as top, coalesce(t.papers, 0) as papers
      from (select year from number_series where kind = '${kind}' union select year from ${table}) y
      left join number_series s on s.kind = '${kind}' and s.year = y.year
      left join (select year, max(sequence) as top, count(*) as papers from ${table} group by year) t on t.year = y.year),
    lost as (
      select s.year, n, case when n > s.top then 'counter-ahead' else 'row-gone' end as cause
      from series s cross join lateral (
        select n from generate_series(1, greatest(s.last, s.top)) n
        except select sequence from ${table} where year = s.year) missing
      where s.papers <> greatest(s.last, s.top)
      union all
      select s.year, s.last + 1, 'counter-behind' from series s where s.top > s.last)
    select year, n, cause from lost order by year, n`;
};
