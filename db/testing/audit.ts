import "server-only";

import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { BOOK_LAWS, lostNumbers } from "#/db/queries/book-laws.ts";
import { evidence } from "#/db/schema/index.ts";
import { STEPS } from "#/lib/contract/machine.ts";
import { verifyChain } from "#/lib/evidence/chain.ts";

/** A chain of a contract also keeps what is no step: notices, corrections of addresses. */
const STEP_NAMES = ["place-order", ...STEPS].map((step) => `'${step}'`).join(", ");

/** Each must give no row: what the ledger, the documents and the evidence promise of each other. */
const MUST_BE_EMPTY: Readonly<Record<string, string>> = {
  // What the nightly proof looks at, word for word.
  ...Object.fromEntries(Object.entries(BOOK_LAWS).map(([law, query]) => [`the books: ${law}`, query])),
  "an invoice's number is missing in its series": lostNumbers("invoice"),
  "an act's number is missing in its series": lostNumbers("act"),
  "an акт сверки's number is missing in its series": lostNumbers("reconciliation"),
  "a payment's column is not the sum of its allocations": `
    select p.id from payments p left join allocations a on a.payment_id = p.id
    group by p.id having p.allocated <> coalesce(sum(a.amount), 0) or p.allocated > p.amount or p.allocated < 0`,
  "an invoice's column is not the sum of its allocations": `
    select i.id from invoices i left join allocations a on a.invoice_id = i.id
    group by i.id having i.paid <> coalesce(sum(a.amount), 0) or i.paid > i.total or i.paid < 0`,
  "an invoice's sum is not its contract's": `
    select i.id from invoices i join contracts c on c.id = i.contract_id where i.status in ('live', 'paid') and i.total <> c.total`,
  "a contract's sum is not that of its lines": `
    select c.id from contracts c join contract_lines l on l.contract_id = c.id group by c.id having c.total <> sum(l.amount)`,
  "concluded without being paid in full, or the other way round": `
    select c.id from contracts c where (c.stage in ('concluded', 'active', 'ended', 'terminated')) <>
      exists (select 1 from invoices i where i.contract_id = c.id and i.paid = i.total and i.status = 'paid')`,
  "paid in full and not concluded": `
    select i.id from invoices i join contracts c on c.id = i.contract_id
    where i.paid = i.total and (i.status <> 'paid' or c.stage not in ('concluded', 'active', 'ended', 'terminated'))`,
  "money on a cancelled order": `
    select i.id from invoices i join contracts c on c.id = i.contract_id where c.stage = 'cancelled' and i.paid > 0`,
  "an invoiced order without its live invoice": `
    select c.id from contracts c where (c.stage = 'invoiced') <>
      exists (select 1 from invoices i where i.contract_id = c.id and i.status = 'live')`,
  "the act's status is not the contract's": `
    select c.id from contracts c where c.act <>
      coalesce((select a.status from acts a where a.contract_id = c.id and a.status <> 'replaced'), 'none')`,
  "a payment's state is not what was allocated": `
    select id from payments where (state = 'allocated') <> (allocated = amount) and side = 'credit'`,
  "a payment that waits to go back without its open refund, or the other way round": `
    select p.id from payments p where (p.state = 'to-return') <>
      exists (select 1 from refunds r where r.payment_id = p.id and r.ground <> 'fault' and r.amount = p.amount - p.allocated
        and r.state in ('requested', 'granted', 'prepared', 'approved'))`,
  "a payment that went back without its paid refund, or the other way round": `
    select p.id from payments p where (p.state = 'returned') <>
      exists (select 1 from refunds r where r.payment_id = p.id and r.ground <> 'fault' and r.state = 'paid' and r.amount = p.amount - p.allocated)`,
  "a refund's number is missing in its series": lostNumbers("refund"),
  "a refund approved by a hand that was on it before": `
    select id from refunds where approved_by in (requested_by, decided_by, prepared_by) or decided_by = requested_by`,
  "a refund without an entry of evidence for each of its hands": `
    select r.id from refunds r where (r.decided_at is not null and not exists (select 1 from evidence e
        where e.chain = 'refund:' || r.id and e.step in ('grant-refund', 'refuse-refund')))
      or (r.approved_at is not null and not exists (select 1 from evidence e where e.chain = 'refund:' || r.id and e.step = 'approve-refund'))`,
  "an activated line without its subscription, or the other way round": `
    select l.id from contract_lines l where (l.active_from is not null) <>
      exists (select 1 from subscriptions s where s.line_id = l.id)`,
  "a step without exactly one entry of evidence": `
    select c.id from contracts c where c.version <> (select count(*) from evidence e where e.contract_id = c.id and e.step in (${STEP_NAMES}))`,
  "an entry of evidence without its follow-up work": `
    select e.id from evidence e where e.step in (${STEP_NAMES}) and 1 <> (select count(*) from outbox o
      where o.topic = 'contract-event' and o.payload->>'contractId' = e.contract_id::text and (o.payload->>'seq')::int = e.seq)`,
};

export type Audit = { problems: string[]; entries: number };

/**
 * Looks through the whole database as its owner. `except` leaves out laws that this data was not made to obey (orders copied
 * in bulk have no history).
 */
export async function audit(owner: postgres.Sql, { except = [] as readonly string[] } = {}): Promise<Audit> {
  const problems: string[] = [];
  for (const [law, query] of Object.entries(MUST_BE_EMPTY)) {
    if (except.some((part) => law.includes(part))) continue;
    const rows = await owner.unsafe(query);
    if (rows.length > 0) problems.push(`${law}: ${rows.length}, as ${Object.values(rows[0]!)[0]}`);
  }
  const chains = await verifyChains(owner);
  return { problems: [...problems, ...chains.problems], entries: chains.entries };
}

const PORTION = 5000;

/** Every chain from its first entry, in portions: a long history does not have to fit into memory. */
async function verifyChains(owner: postgres.Sql): Promise<Audit> {
  const db = drizzle({ client: owner });
  const problems: string[] = [];
  let entries = 0;
  let chain: (typeof evidence.$inferSelect)[] = [];
  const close = () => {
    for (const problem of verifyChain(chain))
      problems.push(`chain ${problem.chain} breaks at ${problem.seq}: ${problem.what}`);
    chain = [];
  };
  let last = { chain: "", seq: 0 };
  for (;;) {
    const rows = await db
      .select()
      .from(evidence)
      .where(sql`(${evidence.chain}, ${evidence.seq}) > (${last.chain}, ${last.seq})`)
      .orderBy(evidence.chain, evidence.seq)
      .limit(PORTION);
    for (const entry of rows) {
      if (chain.length > 0 && chain[0]!.chain !== entry.chain) close();
      chain.push(entry);
    }
    entries += rows.length;
    if (rows.length < PORTION) break;
    last = rows.at(-1)!;
  }
  close();
  return { problems, entries };
}

/** One fingerprint of the money and one of the history, the same on every copy. */
export async function fingerprints(owner: postgres.Sql): Promise<Record<string, string>> {
  const of = async (table: string, order: string) => {
    const [row] = await owner.unsafe(
      `select count(*) || ' rows, md5 ' || md5(coalesce(string_agg(t::text, E'\\n' order by ${order}), '')) as print from ${table} t`,
    );
    return String(row!.print);
  };
  const prints: Record<string, string> = {};
  for (const table of [
    "contracts",
    "contract_lines",
    "invoices",
    "acts",
    "payments",
    "allocations",
    "subscriptions",
    "files",
    "outbox",
  ])
    prints[table] = await of(table, "id");
  prints.evidence = await of("evidence", "chain, seq");
  prints.number_series = await of("number_series", "kind, year");
  return prints;
}
