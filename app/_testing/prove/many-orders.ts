import "server-only";

import type postgres from "postgres";

import { placeOrder } from "#/app/_testing/contracts.ts";
import { makeParty } from "#/app/_testing/people.ts";
import type { Db } from "#/db/client.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";

export type CopiedOrder = {
  contractId: string;
  invoiceId: string;
  number: string;
  unp: string;
  issuedOn: Day;
  total: bigint;
};

/**
 * So many invoiced orders, each of a party of its own: one is placed by the real steps, the rest are its copies, made by SQL in a
 * second. The copies have no evidence before their first real step.
 */
export async function manyOrders(db: Db, owner: postgres.Sql, count: number, now: Date): Promise<CopiedOrder[]> {
  const party = await makeParty(db, "legalEntity", { now });
  const first = await placeOrder(db, party, [{ months: 3 }], { now });
  const [issued] = await owner`select year, sequence from invoices where contract_id = ${first.id}`;
  const { year, sequence } = issued as unknown as { year: number; sequence: number };
  const orders = Array.from({ length: count }, (_, n) => ({
    n,
    partyId: crypto.randomUUID(),
    requisitesId: crypto.randomUUID(),
    contractId: crypto.randomUUID(),
    invoiceId: crypto.randomUUID(),
    sequence: sequence + 1 + n,
    number: invoiceNumber(year, sequence + 1 + n),
    // No two calls make parties of one УНП.
    unp: String(700_000_000 + sequence + n),
  }));
  await owner.begin(async (tx) => {
    await tx`create temp table copies on commit drop as select * from json_to_recordset(${JSON.stringify(orders)}::text::json)
      as x(n int, "partyId" uuid, "requisitesId" uuid, "contractId" uuid, "invoiceId" uuid, sequence int, number text, unp text)`;
    const copy = (table: string, from: string, changed: Record<string, string>, where: string) =>
      copyRows(tx, table, from, changed, where);
    await copy("parties", party.id, { id: 'x."partyId"', unp: "x.unp", name: "t.name || ' ' || x.n" }, "t.id");
    await copy("requisites_versions", party.id, { id: 'x."requisitesId"', party_id: 'x."partyId"' }, "t.party_id");
    const mine = { contract_id: 'x."contractId"', party_id: 'x."partyId"' };
    await copy(
      "contracts",
      first.id,
      {
        id: 'x."contractId"',
        party_id: 'x."partyId"',
        requisites_id: 'x."requisitesId"',
        placed_at: "t.placed_at + x.n * interval '1 millisecond'",
      },
      "t.id",
    );
    await copy(
      "contract_lines",
      first.id,
      { ...mine, id: "gen_random_uuid()", portal: "'copy-' || x.n || '.bitrix24.by'" },
      "t.contract_id",
    );
    await copy(
      "invoices",
      first.id,
      { ...mine, id: 'x."invoiceId"', sequence: "x.sequence", number: "x.number" },
      "t.contract_id",
    );
    await tx`update number_series set last = ${sequence + count} where kind = 'invoice' and year = ${year}`;
  });
  await owner`analyze`;
  const { issuedOn, total } = first.invoices[0]!;
  return orders.map(({ contractId, invoiceId, number, unp }) => ({
    contractId,
    invoiceId,
    number,
    unp,
    issuedOn,
    total,
  }));
}

/** Every column of one row, once for each copy, with some of them changed. */
async function copyRows(
  tx: postgres.TransactionSql,
  table: string,
  from: string,
  changed: Record<string, string>,
  where: string,
) {
  const columns = await tx`select column_name as name from information_schema.columns where table_name = ${table}
    and table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`;
  const names = columns.map(({ name }) => String(name));
  const values = names.map((name) => changed[name] ?? `t."${name}"`);
  await tx.unsafe(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")}) select ${values.join(", ")} from ${table} t cross join copies x where ${where} = '${from}'`,
  );
}
