import { afterEach, expect, test } from "vitest";

import { cancelOrderStep, terminateEarlyStep } from "#/app/_actions/contract/specs.ts";
import { activate, makeParty, otherText, pay, placeOrder, publishEdition, take } from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { OFFER, PRICE_LIST } from "#/db/queries/documents.ts";
import { partiesToTell } from "#/db/queries/published-editions.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { HANDLERS } from "./handlers.ts";
import { doNextMessage } from "./outbox.ts";
import { type Catcher, catchMail } from "./testing/catcher.ts";
import { testEnv } from "./testing/env.ts";
import { endWorker, startWorker, until } from "./testing/worker-process.ts";

const { db, owner, appUrl } = await testDatabase();
const env = testEnv(appUrl);
const at = (day: string) => ({ now: new Date(`${day}T12:00:00+03:00`) });
const SYSTEM = { kind: "system", job: "test" } as const;

const drain = async () => {
  while (await doNextMessage(db));
  expect(await owner`select topic, last_error from outbox where done_at is null`).toEqual([]);
};
const letters = (editionId: string) =>
  owner`select party_id, to_address, template, subject, text, html from mails where dedupe_key like ${`edition:${editionId}:%`} order by to_address`;
const notices = (editionId: string) =>
  owner`select party_id, kind, title, text, path from notices where dedupe_key like ${`edition:${editionId}:%`}`;
const paidParty = async () => {
  const party = await makeParty(db, "legalEntity", at("2026-04-01"));
  return { party, contract: await pay(db, await placeOrder(db, party, [{}], at("2026-04-01")), at("2026-04-02")) };
};

const workers: ReturnType<typeof startWorker>[] = [];
const catchers: Catcher[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await endWorker(worker, "SIGKILL");
  for (const catcher of catchers.splice(0)) await catcher.close();
});

test("a new offer is told to whoever has a contract or an invoice to pay, and to nobody else", async () => {
  const concluded = await paidParty();
  const running = await paidParty();
  await activate(db, running.contract, at("2026-04-03"));
  const invoiced = await makeParty(db, "legalEntity", at("2026-04-01"));
  await placeOrder(db, invoiced, [{}], at("2026-04-10"));

  const over = await paidParty();
  const { id: contractId, version } = over.contract;
  await take(db, over.party.owner, terminateEarlyStep, { contractId, version, understood: true }, at("2026-04-05"));
  const cancelled = await makeParty(db, "legalEntity", at("2026-04-01"));
  const order = await placeOrder(db, cancelled, [{}], at("2026-04-10"));
  const reason = "Передумали";
  await take(
    db,
    cancelled.owner,
    cancelOrderStep,
    { contractId: order.id, version: order.version, reason },
    at("2026-04-10"),
  );
  await makeParty(db, "legalEntity", at("2026-04-01"));
  await drain();

  const edition = await publishEdition(db, OFFER, otherText, at("2026-04-13"));
  await drain();
  const written = await letters(edition.id);
  const told = [concluded.party.id, running.party.id, invoiced.id].sort();
  expect([...new Set(written.map((mail) => mail.party_id))].sort()).toEqual(told);
  // By default owners and buyers; everybody finds it in the cabinet.
  expect(written.map((mail) => String(mail.to_address).replace(/-.*/, ""))).toEqual(["owner", "owner", "owner"]);
  const shown = await notices(edition.id);
  expect(shown).toHaveLength(6);
  expect(shown.every(({ kind, path }) => kind === "edition" && path === "/cabinet/editions/2")).toBe(true);

  const [mail] = written.filter((one) => one.party_id === concluded.party.id);
  expect(mail).toMatchObject({
    template: "edition-published",
    subject: "Новая редакция договора (2): отказаться можно до 18.04.2026",
  });
  expect(mail?.text).toContain("Изменён 3.5.");
  expect(mail?.text).toContain("до 18.04.2026 включительно, 5-й календарный день после публикации, п. 6.2");
  expect(mail?.text).toContain("Молчание означает согласие");
  expect(mail?.text).toContain("https://shop.example/cabinet/editions/2");
  expect(mail?.html).toContain(`https://shop.example/documents/${OFFER}/2/diff/1`);
  expect(mail?.text).not.toContain("неоплаченный счёт");

  const [buyer] = written.filter((one) => one.party_id === invoiced.id);
  expect(buyer?.subject).toBe("Новая редакция договора (2)");
  expect(buyer?.text).toContain("Его оплата с 13.04.2026 присоединит новый договор к редакции 2.");
  expect(buyer?.text).not.toContain("откажитесь");
  expect(shown.find((one) => one.party_id === concluded.party.id)?.text).toContain("Изменён 3.5.");

  // Asked again for whatever reason, it is written no second time.
  await owner`update outbox set done_at = null where topic in ('edition-published', 'edition-party')`;
  await drain();
  expect(await letters(edition.id)).toHaveLength(3);
  expect(await notices(edition.id)).toHaveLength(6);
});

test("a price list is told as a courtesy, with the prices that changed; a page of others is not told", async () => {
  await drain();
  const dearer = await publishEdition(
    db,
    PRICE_LIST,
    ({ prices }) => ({ prices: prices.map((row) => ({ ...row, amount: (BigInt(row.amount) + 100n).toString() })) }),
    at("2026-04-14"),
  );
  const foreign = await owner`select slug from documents where kind = 'foreign-terms' limit 1`;
  await drain();
  const written = await letters(dearer.id);
  expect(written.length).toBeGreaterThan(0);
  expect(written.every((mail) => mail.template === "document-published")).toBe(true);
  expect(written[0]?.text).toContain("Изменились только цены");
  expect(
    (await notices(dearer.id)).every(({ kind, path }) => kind === "document" && path === `/documents/${PRICE_LIST}/2`),
  ).toBe(true);
  if (foreign[0]) {
    const before = await owner`select count(*) as n from outbox where topic = 'edition-party'`;
    await publishEdition(db, String(foreign[0].slug), () => ({}), at("2026-04-15"));
    await drain();
    expect(await owner`select count(*) as n from outbox where topic = 'edition-party'`).toEqual(before);
  }
});

test("a failure in the middle of a batch leaves all or nothing of it", async () => {
  const edition = await publishEdition(db, OFFER, () => ({ title: "Договор, третья редакция" }), at("2026-04-20"));
  const messages = async () =>
    Number((await owner`select count(*) as n from outbox where payload->>'editionId' = ${edition.id}`)[0]?.n);
  const dying = {
    ...HANDLERS,
    "edition-published": async (...asked: Parameters<(typeof HANDLERS)["edition-published"]>) => {
      await HANDLERS["edition-published"](...asked);
      throw new Error("killed");
    },
  };
  await doNextMessage(db, dying);
  expect(await messages()).toBe(1);
  await owner`update outbox set next_attempt_at = now() - interval '1 second' where done_at is null`;
  await drain();
  expect(await messages()).toBeGreaterThan(1);
  const owners = await letters(edition.id);
  expect(new Set(owners.map((mail) => mail.to_address)).size).toBe(owners.length);
});

test("more parties than one batch: each once, none twice", async () => {
  const { party, contract } = await paidParty();
  await drain();
  // Parties without people are as good for counting.
  await owner`insert into parties select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'unp', null, 'name', 'ООО № ' || n))).*
    from parties p, generate_series(1, 450) n where p.id = ${party.id}`;
  await owner`insert into contracts select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'party_id', p.id))).*
    from contracts c, parties p where c.id = ${contract.id} and p.name like 'ООО № %'`;
  const edition = await publishEdition(db, OFFER, () => ({ title: "Договор, четвёртая редакция" }), at("2026-05-04"));
  await drain();
  const rows =
    await owner`select payload->>'partyId' as party from outbox where topic = 'edition-party' and payload->>'editionId' = ${edition.id}`;
  const told = rows.map((row) => String(row.party));
  const all = await inTenant(db, SYSTEM, (tx) => partiesToTell(tx, null, 1000));
  expect(all.length).toBeGreaterThan(450);
  expect(told.sort()).toEqual([...all].sort());
  const fans =
    await owner`select 1 from outbox where topic = 'edition-published' and payload->>'editionId' = ${edition.id}`;
  expect(fans).toHaveLength(3);
});

test("workers killed over and over tell everybody, each once", { timeout: 120_000 }, async () => {
  for (let one = 0; one < 12; one++) await paidParty();
  await drain();
  await owner`update mails set status = 'accepted'`;
  const catcher = await catchMail();
  catchers.push(catcher);
  const edition = await publishEdition(db, OFFER, () => ({ title: "Договор, пятая редакция" }), at("2026-06-01"));
  const open = async () =>
    Number(
      (
        await owner`select (select count(*) from outbox where done_at is null) + (select count(*) from mails where status <> 'accepted') as n`
      )[0]?.n,
    );
  const start = () => {
    const worker = startWorker({ ...env, SMTP_URL: catcher.url });
    workers.push(worker);
    return worker;
  };
  for (let kill = 0; kill < 4; kill++) {
    const worker = start();
    const before = await open();
    await until(async () => (await open()) !== before || (await open()) === 0, 30_000);
    await endWorker(worker, "SIGKILL");
  }
  start();
  await until(async () => (await open()) === 0, 60_000);

  const written = await letters(edition.id);
  const keys = written.map((mail) => `${mail.party_id} ${mail.to_address}`);
  expect(new Set(keys).size).toBe(keys.length);
  const withPeople =
    await owner`select count(distinct c.party_id) as n from contracts c join members m on m.party_id = c.party_id and m.role = 'owner'
    where c.stage in ('invoiced', 'concluded', 'active')`;
  expect(written).toHaveLength(Number(withPeople[0]?.n));
});
