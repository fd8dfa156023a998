import { expect, test } from "vitest";

import { doNextMessage } from "#/app/_jobs/outbox.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { makeParty, makeStaff, pay, placeOrder, publishEdition, readContract, take } from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { OFFER } from "#/db/queries/documents.ts";
import { offersOn } from "#/db/queries/seller-account.ts";
import { countNotOn, invoicesNotOn } from "#/db/queries/staff-accounts.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { beforePayment } from "#/lib/contract/before-payment.ts";
import { replaceAccountStep } from "./specs.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const at = (day: string) => ({ now: new Date(`${day}T12:00:00+03:00`) });
const SYSTEM = { kind: "system", job: "test" } as const;
const NEW = "BY84ALFA30122000000000000002";
const reason = "Продавец сменил банк";
const accountOf = (contract: Awaited<ReturnType<typeof readContract>>) => contract.invoices[0]?.frozen.seller.bank.iban;

const party = await makeParty(db, "legalEntity", at("2026-04-01"));
const accountant = await makeStaff(db, "accountant", at("2026-04-01"));
const [whole, part, late] = [
  await placeOrder(db, party, [{}], at("2026-04-15")),
  await placeOrder(db, party, [{}], at("2026-04-15")),
  await placeOrder(db, party, [{}], at("2026-04-15")),
];
const OLD = accountOf(whole)!;
// Published on Monday the 13th, in force from the 18th.
const second = await publishEdition(
  db,
  OFFER,
  ({ seller }) => ({ seller: { ...seller!, bank: { ...seller!.bank, iban: NEW } } }),
  at("2026-04-13"),
);
const replace = async (id: string, day: string) => {
  const { version } = await readContract(db, id);
  return take(db, accountant, replaceAccountStep, { contractId: id, version, reason }, at(day));
};
const queued = async (day: string) => (await inTenant(db, SYSTEM, (tx) => queueCounts(tx, asDay(day)))).oldAccounts;

test("an invoice shows the account of the edition in force on its day, whatever is published", async () => {
  expect(accountOf(await placeOrder(db, party, [{}], at("2026-04-17")))).toBe(OLD);
  expect(accountOf(await placeOrder(db, party, [{}], at("2026-04-18")))).toBe(NEW);
});

test("the database refuses an invoice on another account than that of the edition in force", async () => {
  const copy = (day: string, account: string) =>
    owner`insert into invoices select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', ${`99-${account.slice(-4)}-${day}`}::text,
      'year', 2099, 'sequence', 1, 'status', 'cancelled', 'issued_on', ${day}::date,
      'frozen', jsonb_set(frozen, '{seller,bank,iban}', to_jsonb(${account}::text))))).* from invoices i where i.contract_id = ${whole.id} and i.status = 'live'`;
  await expect(copy("2026-04-20", OLD)).rejects.toThrow("the account of the edition in force");
  await expect(copy("2026-04-17", NEW)).rejects.toThrow("the account of the edition in force");
});

test("open invoices on the old account are listed, and said to whoever is about to pay", async () => {
  expect([await queued("2026-04-17"), await queued("2026-04-18")]).toEqual([1, 4]);
  const before = await inTenant(db, SYSTEM, (tx) => offersOn(tx, asDay("2026-04-15")));
  expect(beforePayment(whole.invoices[0]!, before!)).toMatchObject({
    joins: { number: 2 },
    account: { iban: NEW, from: "2026-04-18", already: false },
  });
  const now = await inTenant(db, SYSTEM, (tx) => offersOn(tx, asDay("2026-04-18")));
  expect(beforePayment(whole.invoices[0]!, now!).account).toMatchObject({ already: true });
  const { rows, count } = await inTenant(db, SYSTEM, async (tx) => ({
    rows: await invoicesNotOn(tx, NEW),
    count: await countNotOn(tx, NEW),
  }));
  expect(count).toBe(4);
  expect(rows.map(({ contractId }) => contractId)).toContain(whole.id);
  expect(new Set(rows.map(({ account }) => account))).toEqual(new Set([OLD]));
});

test("one button: the same sum on the new account, the next number, the old one void with its reason, a letter with the paper", async () => {
  const old = (await readContract(db, whole.id)).invoices[0]!;
  await replace(whole.id, "2026-04-20");
  const contract = await readContract(db, whole.id);
  const [fresh, gone] = contract.invoices;
  expect(fresh).toMatchObject({
    ...{ status: "live", total: old.total, replacesId: old.id, issuedOn: "2026-04-20", validUntil: "2026-04-27" },
    frozen: { seller: { bank: { iban: NEW } }, offer: { number: 2, id: second.id } },
  });
  expect(gone).toMatchObject({ id: old.id, number: old.number, status: "cancelled", closedReason: reason });
  expect([contract.stage, contract.total]).toEqual(["invoiced", old.total]);
  await expect(replace(whole.id, "2026-04-20")).rejects.toThrow("invoice.account_in_force");

  while (await doNextMessage(db));
  const letters =
    await owner`select text, attachments from mails where contract_id = ${whole.id} and template = 'account-replaced'`;
  expect(letters).toHaveLength(2);
  expect(letters[0]?.text).toContain(`Счёт № ${old.number} больше не действует`);
  expect(letters[0]?.text.replaceAll(/\s/g, "")).toContain(NEW);
  expect(letters[0]?.attachments).toMatchObject([{ name: `Счёт ${fresh?.number}.pdf` }]);

  const paid = await pay(db, contract, at("2026-04-21"));
  expect([paid.stage, paid.acceptedOfferId]).toEqual(["concluded", second.id]);
});

test("money on the old one is freed first, and a promise that is over is not renewed", async () => {
  await pay(db, part, { amount: 10_00n, ...at("2026-04-16") });
  await expect(replace(part.id, "2026-04-20")).rejects.toThrow("invoice.partly_paid");
  await expect(replace(late.id, "2026-04-28")).rejects.toThrow("invoice.validity_over");
  expect((await audit(owner)).problems).toEqual([]);
});
