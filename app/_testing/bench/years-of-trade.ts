import "server-only";

import type postgres from "postgres";

import { cancelOrderStep } from "#/app/_actions/contract/specs.ts";
import {
  activate,
  insertPayment,
  pay,
  placeOrder,
  receiveAct,
  sendAct,
  signAct,
  take,
} from "#/app/_testing/contracts.ts";
import { makeParty, type Party } from "#/app/_testing/people.ts";
import type { Db } from "#/db/client.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";

const KINDS = ["invoiced", "concluded", "issued", "sent", "cancelled", "signed"] as const;
/** Real orders, each at a place of its life, with its line of a statement; all others are copies of them. */
export type Models = { party: Party; orders: Record<(typeof KINDS)[number], { contract: string; payment: string }> };

const now = new Date("2026-04-15T12:00:00+03:00");
/** A million of them reach four years back. */
const APART_SECONDS = 131;
/** An ordinary customer comes back three times. */
const ORDERS_A_PARTY = 4;
/** From so many on it is quicker to build the indexes once the rows are there. */
const MANY = 50_000;

/** By the real steps: who ordered, who paid, who has access and an act. */
export async function models(db: Db, owner: postgres.Sql): Promise<Models> {
  const party = await makeParty(db, "legalEntity", { now });
  const order = () => placeOrder(db, party, [{ months: 3 }], { now });
  const paid = async () => pay(db, await order(), { now });
  const sent = async () => sendAct(db, await activate(db, await paid(), { now }), { now });
  const withdrawn = await order();
  const { id: contractId, version } = withdrawn;
  await take(db, party.owner, cancelOrderStep, { contractId, version, reason: "Передумали" }, { now });
  const stray = (side: "credit" | "debit") =>
    insertPayment(db, { amount: withdrawn.total, creditedOn: dayInMinsk(now), side });
  const settled = async (contract: string) => {
    const [row] = await owner`select payment_id as payment from allocations where contract_id = ${contract}`;
    return { contract, payment: row!.payment as string };
  };
  const signed = await signAct(db, party, await receiveAct(db, party, await sent(), { now }), { now });
  const orders = {
    invoiced: { contract: (await order()).id, payment: await stray("credit") },
    concluded: await settled((await paid()).id),
    issued: await settled((await activate(db, await paid(), { now })).id),
    sent: await settled((await sent()).id),
    cancelled: { contract: contractId, payment: await stray("debit") },
    signed: await settled(signed.id),
  };
  return { party, orders };
}

/**
 * Orders `from`…`to - 1` of a history that grows into the past, each with a line of a statement. Of a thousand, five wait for money
 * (their payments for a person), five for access, five for an act, five for an answer; fifty were withdrawn (their lines are debits)
 * and the rest went all the way, most of them to their end. Evidence, books and the words of settled papers are not copied: no list
 * reads them.
 */
export async function trade(owner: postgres.Sql, made: Models, from: number, to: number): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local maintenance_work_mem = '512MB'`;
    const again = to - from > MANY ? await dropIndexes(tx) : [];
    await plan(tx, made, from, to);
    for (const [table, changed] of Object.entries(COPIES)) await copy(tx, table, changed);
    for (const index of again) await tx.unsafe(index);
  });
  await owner`vacuum (analyze)`;
}

/** What the copies are called and whose they are. */
async function plan(tx: postgres.TransactionSql, { party, orders }: Models, from: number, to: number) {
  await tx`create temp table numbers (n int, sequence int, number text) on commit drop`;
  for (let at = from; at < to; at += 100_000) {
    const part = Array.from({ length: Math.min(100_000, to - at) }, (_, n) => at + n);
    // Past what the real orders were given.
    const sequences = part.map((n) => n + 1001);
    const numbers = sequences.map((sequence) => invoiceNumber(2026, sequence));
    await tx`insert into numbers select * from unnest(${part}::int[], ${sequences}::int[], ${numbers}::text[])`;
  }
  await tx.unsafe(`create temp table models (kind text, contract uuid, payment uuid) on commit drop`);
  for (const kind of KINDS)
    await tx`insert into models values (${kind}, ${orders[kind].contract}, ${orders[kind].payment})`;
  await tx.unsafe(`create temp table buyers on commit drop as select k, '${party.id}'::uuid as model, gen_random_uuid() as party,
    (100000000 + k)::text as unp, k * ${ORDERS_A_PARTY * APART_SECONDS} * interval '1 second' as ago, 0 as days,
    format('ООО «%s %s %s»', (array['Северная', 'Южная', 'Новая', 'Белая', 'Первая', 'Минская', 'Лесная', 'Речная'])[1 + k % 8],
      (array['ромашка', 'линия', 'мельница', 'пекарня', 'студия', 'мастерская', 'аптека', 'верфь', 'типография', 'оранжерея'])[1 + k / 8 % 10],
      k) as name
    from generate_series(${Math.ceil(from / ORDERS_A_PARTY)}, ${Math.ceil(to / ORDERS_A_PARTY) - 1}) k`);
  await tx.unsafe(`create temp table orders on commit drop as select n, sequence, number, b.party, b.unp, b.name,
    n * ${APART_SECONDS} * interval '1 second' as ago, n * ${APART_SECONDS} / 86400 as days, m.contract as model, m.payment as model_payment,
    m.kind, m.kind = 'signed' and n % 10 > 3 as ended, gen_random_uuid() as contract, gen_random_uuid() as line,
    gen_random_uuid() as invoice, gen_random_uuid() as payment
    from numbers join buyers b on b.k = n / ${ORDERS_A_PARTY} join models m on m.kind = case when n % 1000 < 5 then 'invoiced'
      when n % 1000 < 10 then 'concluded' when n % 1000 < 15 then 'issued' when n % 1000 < 20 then 'sent'
      when n % 1000 < 70 then 'cancelled' else 'signed' end`);
  await tx`analyze numbers, buyers, orders`;
}

type Copy = { from: "buyers" | "orders"; on: string; columns: Record<string, string> };
const mine = { contract_id: "x.contract", party_id: "x.party" };
const own = { id: "gen_random_uuid()", ...mine };
const numbered = { sequence: "x.sequence", number: "x.number" };
/** The words of a paper are read where it is open, not where it is listed. */
const words = (open: string) => `case when t.status in (${open}) then t.frozen else '{}'::jsonb end`;

/** What of a model's rows is another in its copy; days and moments move by themselves. */
const COPIES: Record<string, Copy> = {
  parties: { from: "buyers", on: "t.id = x.model", columns: { id: "x.party", unp: "x.unp", name: "x.name" } },
  requisites_versions: {
    from: "buyers",
    on: "t.party_id = x.model",
    columns: { id: "gen_random_uuid()", party_id: "x.party" },
  },
  contracts: {
    from: "orders",
    on: "t.id = x.model",
    columns: { id: "x.contract", party_id: "x.party", stage: "case when x.ended then 'ended' else t.stage end" },
  },
  contract_lines: {
    from: "orders",
    on: "t.contract_id = x.model",
    columns: { ...own, id: "x.line", portal: "'copy-' || x.n || '.bitrix24.by'" },
  },
  invoices: {
    from: "orders",
    on: "t.contract_id = x.model",
    columns: { ...own, ...numbered, id: "x.invoice", frozen: words("'live'") },
  },
  acts: {
    from: "orders",
    on: "t.contract_id = x.model",
    columns: { ...own, ...numbered, frozen: words("'issued', 'sent', 'received'") },
  },
  subscriptions: {
    from: "orders",
    on: "t.contract_id = x.model",
    columns: { ...own, line_id: "x.line", portal: "'copy-' || x.n || '.bitrix24.by'" },
  },
  payments: {
    from: "orders",
    on: "t.id = x.model_payment",
    columns: {
      ...{ id: "x.payment", line_key: "x.payment::text", position: "x.n", document_number: "(x.n % 100000)::text" },
      ...{
        payer_name: "upper(x.name)",
        payer_unp: "x.unp",
        purpose: "'Оплата по счету № ' || x.number || '. Без НДС.'",
      },
      party_id: "case when x.kind in ('invoiced', 'cancelled') then null else x.party end",
      state: "case when x.kind = 'invoiced' and x.n % 2 = 0 then 'proposed' else t.state end",
    },
  },
  allocations: {
    from: "orders",
    on: "t.contract_id = x.model",
    columns: { ...own, payment_id: "x.payment", invoice_id: "x.invoice" },
  },
};

const MOVED: Record<string, (column: string) => string> = {
  date: (column) => `${column} - x.days`,
  "timestamp with time zone": (column) => `${column} - x.ago`,
  daterange: (column) => `daterange(lower(${column}) - x.days, upper(${column}) - x.days)`,
};

async function copy(tx: postgres.TransactionSql, table: string, { from, on, columns }: Copy) {
  const known = await tx`select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
  const values = known.map(({ name, type }) => columns[name] ?? MOVED[type]?.(`t.${name}`) ?? `t.${name}`);
  await tx.unsafe(`insert into ${table} (${known.map(({ name }) => name).join(", ")})
    select ${values.join(", ")} from ${from} x join ${table} t on ${on}`);
}

/** Drops what only helps reading; gives the statements that make it again. */
async function dropIndexes(tx: postgres.TransactionSql): Promise<string[]> {
  const tables = Object.keys(COPIES);
  const indexes =
    await tx`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    join pg_class c on c.oid = i.indrelid where c.relname in ${tx(tables)} and not i.indisunique
      and not exists (select 1 from pg_constraint where conindid = i.indexrelid)`;
  const walls =
    await tx`select conname as name, relname as table, pg_get_constraintdef(o.oid) as made from pg_constraint o
    join pg_class c on c.oid = o.conrelid where c.relname in ${tx(tables)} and o.contype = 'x'`;
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
  for (const { name, table } of walls) await tx.unsafe(`alter table ${table} drop constraint ${name}`);
  return [
    ...indexes.map(({ made }) => made as string),
    ...walls.map(({ name, table, made }) => `alter table ${table} add constraint ${name} ${made}`),
  ];
}
