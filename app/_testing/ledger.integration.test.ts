import { beforeAll, expect, test } from "vitest";

import { releaseAllocationStep } from "#/app/_actions/contract/specs.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { post } from "#/db/writes/ledger.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { ofPayment } from "#/lib/ledger/ledger.ts";
import {
  activate,
  insertPayment,
  makeParty,
  makeStaff,
  type Party,
  pay,
  placeOrder,
  readContract,
  sendAct,
  signAct,
  take,
} from "./fixtures.ts";

const { db, owner } = await testDatabase();
const SYSTEM = { kind: "system", job: "test" } as const;
let party: Party;

beforeAll(async () => {
  party = await makeParty(db);
});

/** Debits less credits of each account, over the whole books. */
async function balances(): Promise<Record<string, bigint>> {
  const rows = await owner<{ account: string; sum: string }[]>`
    select account, sum(amount) as sum from (
      select debit as account, amount from ledger_entries union all select credit, -amount from ledger_entries) legs
    group by account order by account`;
  return Object.fromEntries(rows.map(({ account, sum }) => [account, BigInt(sum)]));
}

test("from the bank to revenue: each step of a contract moves the books by its own sum", async () => {
  const order = await placeOrder(db, party);
  const { total } = order.invoices[0]!;
  const paid = await pay(db, order);
  expect(await balances()).toEqual({ bank: total, unallocated: 0n, advances: -total });
  const sent = await sendAct(db, await activate(db, paid));
  expect(await balances(), "an act that waits earns nothing").toEqual({
    bank: total,
    unallocated: 0n,
    advances: -total,
  });
  await signAct(db, party, sent);
  expect(await balances()).toEqual({ bank: total, unallocated: 0n, advances: 0n, receivable: 0n, revenue: -total });
  expect((await audit(owner)).problems).toEqual([]);
});

test("an allocation that is taken back is an entry of its own, the first one stays", async () => {
  const before = await balances();
  const order = await placeOrder(db, party);
  const part = await pay(db, order, { amount: 1_000n });
  const [row] = await owner<{ id: string }[]>`select id from allocations where contract_id = ${order.id}`;
  const accountant = await makeStaff(db, "accountant");
  const input = { contractId: order.id, version: part.version, allocationId: row!.id, reason: "Зачислено не туда" };
  await take(db, accountant, releaseAllocationStep, input);
  const after = await balances();
  expect([after.advances, after.unallocated]).toEqual([before.advances, (before.unallocated ?? 0n) - 1_000n]);
  const rows = await owner`select count(*)::int as n from ledger_entries where contract_id = ${order.id}`;
  expect(rows).toEqual([{ n: 2 }]);
  expect((await readContract(db, order.id)).stage).toBe("invoiced");
});

test("the books are append-only, take a fact once, and show a customer its own rows only", async () => {
  await expect(owner`update ledger_entries set amount = 1`).rejects.toThrow("append-only");
  await expect(owner`delete from ledger_entries`).rejects.toThrow("append-only");
  const creditDate = asDay("2026-04-16");
  const twice = ofPayment({ id: crypto.randomUUID(), side: "credit", amount: 5n, creditDate });
  const posting = () => inTenant(db, SYSTEM, (tx) => post(tx, { actor: SYSTEM, now: new Date() }, [twice, twice]));
  await expect(posting()).rejects.toMatchObject({ cause: { constraint_name: "ledger_entries_once" } });
  const stranger = await makeParty(db);
  const seen = await inTenant(db, tenantOf(stranger.owner), (tx) => tx.execute("select 1 from ledger_entries"));
  expect(seen).toHaveLength(0);
  const own = await inTenant(db, tenantOf(party.owner), (tx) =>
    tx.execute("select distinct party_id from ledger_entries"),
  );
  expect(own).toEqual([{ party_id: party.id }]);
});

test("a closed month takes nothing: its late payment goes to the next open day with its own day beside", async () => {
  await owner`insert into closed_months (month, closed_at, closed_by, note) values ('2026-03-01', now(), 'test', 'пусто')`;
  const id = await insertPayment(db, { amount: 700n, creditedOn: asDay("2026-03-30") });
  const [entry] = await owner`
    select day::text, fact_day::text as fact from ledger_entries where source_id = ${id}`;
  expect(entry).toEqual({ day: "2026-04-01", fact: "2026-03-30" });
  const past = owner`insert into ledger_entries (id, source, source_id, debit, credit, amount, day, fact_day, posted_at, posted_by)
    values (${crypto.randomUUID()}, 'correction', ${crypto.randomUUID()}, 'bank', 'other', 1, '2026-03-31', '2026-03-31', now(), 'x')`;
  await expect(past).rejects.toMatchObject({ constraint_name: "ledger_month_closed" });
  await expect(owner`delete from closed_months`).rejects.toThrow("append-only");
});
