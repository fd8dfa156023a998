import { beforeAll, expect, test } from "vitest";

import {
  activate,
  insertPayment,
  makeParty,
  makeStaff,
  pay,
  placeOrder,
  sendAct,
  signAct,
} from "#/app/_testing/fixtures.ts";
import { inTenant, type Tx, tenantOf } from "#/db/client.ts";
import { entryList, entryTurnover, lateEntries, monthsOfBooks, trialBalance } from "#/db/queries/ledger.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { sum } from "#/lib/money/kopecks.ts";
import { takeClose } from "./take-close.ts";

const { db, owner } = await testDatabase();
const accountant = await makeStaff(db, "accountant");
const read = <T>(work: (tx: Tx) => Promise<T>) => inTenant(db, tenantOf(accountant), work, { readOnly: true });
const march = { from: asDay("2026-03-01"), to: asDay("2026-03-31") };
const may = new Date("2026-05-04T12:00:00+03:00");
let total = 0n;
let contractId = "";

beforeAll(async () => {
  const now = new Date("2026-03-10T12:00:00+03:00");
  const party = await makeParty(db, "legalEntity", { now });
  const paid = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  contractId = paid.id;
  total = paid.total;
  await signAct(db, party, await sendAct(db, await activate(db, paid, { now }), { now }), { now });
});

const close = () =>
  inTenant(db, tenantOf(accountant), (tx) =>
    takeClose({ tx, actor: accountant, origin: NO_ORIGIN, now: may, month: march.from, reason: "Сверено с банком" }),
  );

test("opening, turnover and closing of every account tie to the kopeck", async () => {
  const rows = await read((tx) => trialBalance(tx, march));
  const of = (account: string) => rows.find((row) => row.account === account);
  expect(of("bank")).toEqual({ account: "bank", opening: 0n, debit: total, credit: 0n, closing: total });
  expect(of("advances")).toEqual({ account: "advances", opening: 0n, debit: total, credit: total, closing: 0n });
  expect(sum(rows.map(({ debit }) => debit))).toBe(sum(rows.map(({ credit }) => credit)));
  expect(sum(rows.map(({ closing }) => closing))).toBe(0n);
  const april = await read((tx) => trialBalance(tx, { from: asDay("2026-04-01"), to: asDay("2026-04-30") }));
  expect(april.find(({ account }) => account === "bank")).toMatchObject({ opening: total, debit: 0n, closing: total });
});

test("a contract leads to its entries, each with the document that it comes from", async () => {
  const { rows } = await read((tx) => entryList(tx, { contractId }, null));
  expect(rows.map(({ source }) => source).sort()).toEqual(["act", "allocation", "settlement"]);
  const set = rows.find(({ source }) => source === "allocation")!;
  expect(set.paymentId).not.toBeNull();
  expect(set.invoice).toMatch(/^26-/);
  const line = await read((tx) => entryList(tx, { paymentId: set.paymentId! }, null));
  expect(line.rows.map(({ source }) => source).sort()).toEqual(["allocation", "payment"]);
  const card = await read((tx) => entryTurnover(tx, { account: "advances", period: march }));
  expect(card).toEqual({ entries: 2, debit: total, credit: total, opening: 0n, closing: 0n });
});

test("a month is closed only where nothing stands in the way, once and for good", async () => {
  expect(await close(), "a statement of one day only").toMatchObject({ ok: false, error: { code: "books.blocked" } });
  const quiet = (from: string, to: string, balance: bigint) => owner`
    insert into statements select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'sha256', gen_random_uuid(),
      'date_from', ${from}::text, 'date_to', ${to}::text, 'credits', '0', 'opening', ${balance.toString()}::text, 'closing', ${balance.toString()}::text))).*
    from statements s limit 1`;
  await quiet("2026-03-01", "2026-03-09", 0n);
  await quiet("2026-03-11", "2026-03-31", total);
  await owner`update number_series set last = last + 1 where kind = 'act'`;
  expect(await close(), "a gap").toMatchObject({ ok: false, error: { params: { count: 1 } } });
  await owner`update number_series set last = last - 1 where kind = 'act'`;
  expect(await close(), "nothing in the way").toEqual({ ok: true, value: { month: "2026-03-01" } });
  expect(await close()).toMatchObject({ ok: false, error: { code: "books.closed_already" } });
  const [entry] = await owner`select actor_id, reason from evidence where chain = 'books' and step = 'close-month'`;
  expect(entry).toEqual({ actor_id: accountant.userId, reason: "Сверено с банком" });
});

test("what comes late for a closed month stands in the open one with its own day", async () => {
  const before = await read((tx) => trialBalance(tx, march));
  await insertPayment(db, { amount: 900n, creditedOn: asDay("2026-03-30") });
  expect(await read((tx) => trialBalance(tx, march))).toEqual(before);
  const april = { from: asDay("2026-04-01"), to: asDay("2026-04-30") };
  expect(await read((tx) => lateEntries(tx, april))).toBe(1);
  const { rows } = await read((tx) => entryList(tx, { account: "bank", period: april }, null));
  expect(rows).toMatchObject([{ day: "2026-04-01", factDay: "2026-03-30" }]);
  const months = await read(monthsOfBooks);
  expect(months.map(({ month, closed }) => [month, closed !== null])).toEqual([
    ["2026-04-01", false],
    ["2026-03-01", true],
  ]);
});
