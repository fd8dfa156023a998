import { beforeAll, expect, test } from "vitest";

import { activate, makeParty, makeStaff, pay, placeOrder, sendAct, signAct } from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { proveBooks } from "#/db/queries/book-proof.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { proveTonight } from "./prove-books.ts";
import { testEnv } from "./testing/env.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const SYSTEM = { kind: "system", job: "test" } as const;
const prove = () => inTenant(db, SYSTEM, proveBooks, { readOnly: true });
const night = (day: string, time = "02:30") => new Date(`${day}T${time}:00+03:00`);

beforeAll(async () => {
  await makeStaff(db, "accountant");
  await makeStaff(db, "director");
  const party = await makeParty(db);
  for (let n = 0; n < 3; n++) {
    const sent = await sendAct(db, await activate(db, await pay(db, await placeOrder(db, party))));
    await signAct(db, party, sent);
  }
});

test("a night without a difference is one row, once, and no letter", async () => {
  expect(await proveTonight(db, night("2027-01-10", "01:59")), "not before two").toBeNull();
  expect(await proveTonight(db, night("2027-01-10"))).toEqual([]);
  expect(await proveTonight(db, night("2027-01-10", "05:00")), "once a night").toBeNull();
  expect(await owner`select day::text, findings from book_proofs`).toEqual([{ day: "2027-01-10", findings: [] }]);
  expect(await owner`select 1 from mails where template = 'staff-books-alarm'`).toHaveLength(0);
});

test("a changed entry breaks its own law and the balances it moves", async () => {
  const [entry] = await owner`select id, amount from ledger_entries where source = 'allocation' limit 1`;
  const set = async (amount: string) => {
    await owner`alter table ledger_entries disable trigger user`;
    await owner`update ledger_entries set amount = ${amount} where id = ${entry!.id}`;
    await owner`alter table ledger_entries enable trigger user`;
  };
  await set((BigInt(entry!.amount) + 1n).toString());
  expect(await prove()).toMatchObject([
    { law: "allocation-not-as-it-is", count: 1 },
    { law: "unallocated-balance", example: "-1" },
    { law: "advances-balance", example: "1" },
  ]);
  await set(entry!.amount);
  expect(await prove()).toEqual([]);
});

test("a lost number raises the alarm with its neighbours and its cause", async () => {
  const numbers = await owner<{ id: string; number: string }[]>`select id, number from invoices order by sequence`;
  await owner`create table lost as select * from invoices where id = ${numbers[1]!.id}`;
  await owner`delete from invoices where id = ${numbers[1]!.id}`;
  await owner`update number_series set last = last + 2 where kind = 'act'`;
  const findings = await proveTonight(db, night("2027-01-11"));
  expect(findings).toMatchObject([
    {
      ...{ law: "invoice-number", count: 1, example: numbers[1]!.number },
      gap: { cause: "row-gone", before: { number: numbers[0]!.number }, after: { number: numbers[2]!.number } },
    },
    { law: "act-number", count: 2, gap: { cause: "counter-ahead", after: null } },
  ]);
  const letters = await owner<{ to_address: string; text: string }[]>`
    select to_address, text from mails where template = 'staff-books-alarm'`;
  const people = await owner`select email from users where staff_role in ('accountant', 'director')`;
  expect(letters.map((letter) => letter.to_address).sort()).toEqual(people.map(({ email }) => email).sort());
  expect(letters[0]!.text).toContain(numbers[1]!.number);
  expect(await owner`select step from evidence where chain = 'books'`).toEqual([{ step: "books-differ" }]);
  const counts = () => inTenant(db, SYSTEM, (tx) => queueCounts(tx, dayInMinsk(night("2027-01-11"))));
  expect((await counts()).booksDiffer).toBe(2);

  await owner`insert into invoices select * from lost`;
  await owner`update number_series set last = last - 2 where kind = 'act'`;
  expect(await proveTonight(db, night("2027-01-12"))).toEqual([]);
  expect((await counts()).booksDiffer, "the newest word counts").toBe(0);
});

test("papers over the counter are told as a counter that stayed behind", async () => {
  await owner`update number_series set last = last - 1 where kind = 'invoice'`;
  expect(await prove()).toMatchObject([{ law: "invoice-number", gap: { cause: "counter-behind" } }]);
  await owner`update number_series set last = last + 1 where kind = 'invoice'`;
});
