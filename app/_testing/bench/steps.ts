import "server-only";

import type postgres from "postgres";

import { orderAndInvoice } from "#/app/_actions/contract/order-and-invoice.ts";
import { placeOrder } from "#/app/_testing/contracts.ts";
import { makeParty } from "#/app/_testing/people.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { atOnce } from "../prove/proof.ts";
import { type Bench, inTurn, median, ms, ratio, table } from "./bench.ts";

const now = new Date("2026-04-15T12:00:00+03:00");

/** An order with its invoice, as the action runs it, beside the same rows written by one bare transaction. */
export const bench: Bench = async ({ db, owner, plain, smoke, rounds, say }) => {
  const count = smoke ? 20 : 400;
  const party = await makeParty(db, "legalEntity", { now });
  const first = await placeOrder(db, party, [{}], { now });
  const shown = { offerId: first.shownOfferId, priceListId: first.shownPriceListId, rulesId: first.shownRulesId };
  await prepareFloor(owner, first.id);
  const ours = async () => {
    const lines = [{ portal: `b-${crypto.randomUUID().slice(0, 8)}.bitrix24.by`, months: 3, renewal: false }];
    const done = await inTenant(db, tenantOf(party.owner), (tx) =>
      orderAndInvoice({ tx, actor: party.owner, input: { lines, ...shown, read: true }, now, origin: NO_ORIGIN }),
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  };
  const rows: (string | number)[][] = [];
  for (const hands of [1, 8]) {
    const times = await inTurn(rounds, {
      floor: () => atOnce(hands, count, () => bare(plain)),
      ours: () => atOnce(hands, count, ours),
    });
    for (const what of ["floor", "ours"] as const) {
      const time = median(times[what]);
      rows.push([
        hands,
        what,
        Math.round((1000 * count) / time),
        ms((time / count) * hands),
        ratio(time, median(times.floor)),
      ]);
    }
  }
  say(table(["clients", "order + invoice", "per second", "ms each", "time to the floor"], rows));
};

/** The walls stay: the floor writes the same tables' copies, with their keys and without triggers and policies. */
async function prepareFloor(owner: postgres.Sql, contractId: string) {
  for (const name of ["contracts", "contract_lines", "invoices", "outbox"])
    await owner.unsafe(`create table floor_${name} (like ${name} including indexes including defaults)`);
  await owner`create table floor_evidence (like evidence including defaults)`;
  await owner`create unique index on floor_evidence (chain, seq)`;
  await owner`create table floor_series (last int)`;
  await owner`insert into floor_series values (0)`;
  await owner.unsafe(`create table floor_template as select '${contractId}'::uuid as id`);
  await owner`grant select, insert, update on floor_contracts, floor_contract_lines, floor_invoices, floor_evidence, floor_outbox, floor_series, floor_template to market_system`;
}

/** One round trip a row, as a careful hand would write it: the counter last. */
const bare = (plain: postgres.Sql) =>
  plain.begin(async (tx) => {
    const id = crypto.randomUUID();
    await tx`select set_config('role', 'market_system', true)`;
    const copy = (name: string, changed: string) =>
      tx.unsafe(changed.replaceAll("FLOOR", `floor_${name}`).replaceAll("ID", `'${id}'`));
    await copy(
      "contracts",
      `insert into FLOOR select (jsonb_populate_record(c, jsonb_build_object('id', ID))).* from contracts c where c.id = (select id from floor_template)`,
    );
    await copy(
      "contract_lines",
      `insert into FLOOR select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'contract_id', ID))).* from contract_lines l where l.contract_id = (select id from floor_template)`,
    );
    for (const seq of [1, 2])
      await copy(
        "evidence",
        `insert into FLOOR select (jsonb_populate_record(e, jsonb_build_object('chain', 'contract:' || ID))).* from evidence e where e.contract_id = (select id from floor_template) and e.seq = ${seq}`,
      );
    await tx`insert into floor_outbox (id, topic, payload, created_at, next_attempt_at) select gen_random_uuid(), 'contract-event', '{}', now(), now() from generate_series(1, 3)`;
    const [row] = await tx`update floor_series set last = last + 1 returning last`;
    await copy(
      "invoices",
      `insert into FLOOR select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'contract_id', ID, 'sequence', ${1_000_000 + row!.last}, 'number', '${row!.last}'))).* from invoices i where i.contract_id = (select id from floor_template)`,
    );
  });
