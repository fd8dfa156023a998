import { expect, test } from "vitest";

import { doNextMessage } from "#/app/_jobs/outbox.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import {
  activate,
  makeParty,
  makeStaff,
  otherText,
  pay,
  placeOrder,
  publishEdition,
  readContract,
  take,
} from "#/app/_testing/fixtures.ts";
import { givenAt } from "#/app/_time/now.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { findContractAsOf } from "#/db/queries/as-of.ts";
import { OFFER } from "#/db/queries/documents.ts";
import { editionsOfContract } from "#/db/queries/editions-of-contract.ts";
import { editionTallies, refusalsOf } from "#/db/queries/staff-refusals.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { editionOfContract } from "#/lib/contract/accepted-edition.ts";
import { answerRefusedEditionStep, refuseEditionStep } from "./specs.ts";
import { takeStep } from "./take-step.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const at = (day: string, time = "12:00") => ({ now: new Date(`${day}T${time}:00+03:00`) });
const SYSTEM = { kind: "system", job: "test" } as const;
const letters = async (contractId: string) => {
  while (await doNextMessage(db));
  const rows =
    await owner`select template, to_address from mails where contract_id = ${contractId} and template like '%edition-%'`;
  const told = rows.map((row) => `${row.template} ${String(row.to_address).replace(/-[0-9a-f]{8}@.*/, "")}`);
  return [...new Set(told)].sort();
};
const bindingOn = async (id: string, day: string) => {
  const contract = await readContract(db, id);
  const library = await inTenant(db, SYSTEM, (tx) => editionsOfContract(tx, id));
  const answer = editionOfContract(contract, library, asDay(day));
  return [answer?.accepted?.number, answer?.binding?.edition.number];
};
const attempt = (actor: Actor, input: Parameters<typeof refuseEditionStep.decide>[1], now: Date) =>
  inTenant(db, tenantOf(actor as never), async (tx) =>
    takeStep({ tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, now) }, refuseEditionStep, input),
  );

const party = await makeParty(db, "legalEntity", at("2026-04-01"));
const lawyer = await makeStaff(db, "lawyer", at("2026-04-01"));
const order = () => placeOrder(db, party, [{}], at("2026-04-02"));
const [refusing, silent, waiting] = [
  await activate(db, await pay(db, await order(), at("2026-04-03")), at("2026-04-06")),
  await pay(db, await order(), at("2026-04-03")),
  await placeOrder(db, party, [{}], at("2026-04-10")),
];
const second = await publishEdition(db, OFFER, otherText, at("2026-04-13"));
const ask = async (id: string, more = {}) => ({
  ...{ contractId: id, version: (await readContract(db, id)).version },
  ...{ editionId: second.id, reason: "Не согласны", receivedOn: "", ...more },
});

test("a refusal is one step: a row, an entry of the log, letters to both sides, a place in the lawyer's queue", async () => {
  const before = await inTenant(db, SYSTEM, (tx) => queueCounts(tx, asDay("2026-04-18")));
  await take(db, party.owner, refuseEditionStep, await ask(refusing.id), at("2026-04-18", "23:59"));

  const [row] = await owner`select * from edition_refusals`;
  expect(row).toMatchObject({
    ...{ edition_id: second.id, contract_id: refusing.id, party_id: party.id, reason: "Не согласны", answer: null },
  });
  const [entry] =
    await owner`select clause, actor_kind, reason, data from evidence where contract_id = ${refusing.id} and step = 'refuse-edition'`;
  expect(entry).toMatchObject({
    ...{ clause: "6.2", actor_kind: "customer", reason: "Не согласны" },
    data: { edition: 2, editionId: second.id, refusedOn: "2026-04-18", until: "2026-04-18" },
  });
  expect(await letters(refusing.id)).toEqual(["edition-refused owner", "staff-edition-refused lawyer"]);
  const after = await inTenant(db, SYSTEM, (tx) => queueCounts(tx, asDay("2026-04-18")));
  expect(after.editionRefusals - before.editionRefusals).toBe(1);
  const stands = await readContract(db, refusing.id);
  expect([stands.stage, stands.acceptedOfferId]).toEqual([refusing.stage, refusing.acceptedOfferId]);
});

test("both sides of the window: silence binds the day after it, a refused edition never, and it is asked no second time", async () => {
  expect((await attempt(party.owner, await ask(silent.id), at("2026-04-19", "00:00").now)).ok).toBe(false);
  expect(await bindingOn(silent.id, "2026-04-18")).toEqual([1, 1]);
  expect(await bindingOn(silent.id, "2026-04-19")).toEqual([1, 2]);
  expect(await bindingOn(refusing.id, "2027-01-01")).toEqual([1, 1]);
  const again = await attempt(party.owner, await ask(refusing.id), at("2026-04-18").now);
  expect(again).toMatchObject({ ok: false, error: { code: "edition.refused_already" } });
});

test("a payment after publication joins the edition inside its window, a refusal of it for another contract or not", async () => {
  const paid = await pay(db, waiting, at("2026-04-15"));
  expect(paid.acceptedOfferId).toBe(second.id);
  expect(paid.newerOffers).toEqual([]);
  const refused = await attempt(party.owner, await ask(paid.id), at("2026-04-16").now);
  expect(refused).toMatchObject({ ok: false, error: { code: "edition.not_newer" } });
  const renewal = await pay(db, await placeOrder(db, party, [{}], at("2026-04-20")), at("2026-04-20"));
  expect(await bindingOn(renewal.id, "2026-04-21")).toEqual([2, 2]);
});

test("two members at once: one refusal", async () => {
  const contract = await pay(db, await placeOrder(db, party, [{}], at("2026-04-02")), at("2026-04-03"));
  const input = await ask(contract.id);
  const both = await Promise.allSettled([1, 2].map(() => attempt(party.owner, input, at("2026-04-14").now)));
  const done = both.filter((one) => one.status === "fulfilled" && one.value.ok);
  expect(done).toHaveLength(1);
  expect(await owner`select 1 from edition_refusals where contract_id = ${contract.id}`).toHaveLength(1);
});

test("staff write down a letter that came in time, with the customer's word; by telephone they may not", async () => {
  const contract = await pay(db, await placeOrder(db, party, [{}], at("2026-04-02")), at("2026-04-03"));
  const word = { how: "mail", reason: "Письмо директора от 17 апреля" } as const;
  const now = at("2026-04-22").now;
  expect((await attempt(lawyer, await ask(contract.id), now)).ok).toBe(false);
  const phone = await ask(contract.id, { onBehalf: { ...word, how: "phone" }, receivedOn: "2026-04-17" });
  expect(await attempt(lawyer, phone, now)).toMatchObject({
    ok: false,
    error: { fields: { "onBehalf.how": { code: "behalf.way" } } },
  });
  const done = await attempt(lawyer, await ask(contract.id, { onBehalf: word, receivedOn: "17.04.2026" }), now);
  expect(done.ok).toBe(true);
  expect(await bindingOn(contract.id, "2026-05-01")).toEqual([1, 1]);
  // As it was known on the 20th, it was still bound by silence: the letter lay on a table.
  const then = await inTenant(db, SYSTEM, (tx) => findContractAsOf(tx, SYSTEM, contract.id, at("2026-04-20").now));
  expect(then?.ok && then.value.newerOffers.map(({ number, refusedOn }) => [number, refusedOn])).toEqual([[2, null]]);
});

test("the lawyer answers once, the customer reads it, and the queue is shorter", async () => {
  const { version } = await readContract(db, refusing.id);
  const input = { contractId: refusing.id, version, editionId: second.id, reason: "Договор остаётся в редакции 1" };
  const before = await inTenant(db, SYSTEM, (tx) => queueCounts(tx, asDay("2026-04-21")));
  await take(db, lawyer, answerRefusedEditionStep, input, at("2026-04-21"));
  const after = await inTenant(db, SYSTEM, (tx) => queueCounts(tx, asDay("2026-04-21")));
  expect(before.editionRefusals - after.editionRefusals).toBe(1);
  expect(await letters(refusing.id)).toContain("edition-refusal-answered owner");
  const { newerOffers } = await readContract(db, refusing.id);
  expect(newerOffers[0]).toMatchObject({ answer: "Договор остаётся в редакции 1" });
  const again = take(db, lawyer, answerRefusedEditionStep, { ...input, version: version + 1 }, at("2026-04-22"));
  await expect(again).rejects.toThrow("edition.answered_already");
});

test("the house sees who was told, who refused, who was silent, and what waits for an answer", async () => {
  const { tallies, waiting, answered } = await inTenant(db, tenantOf(lawyer), async (tx) => ({
    tallies: await editionTallies(tx),
    waiting: await refusalsOf(tx, "waiting"),
    answered: await refusalsOf(tx, "answered"),
  }));
  expect(tallies).toMatchObject([
    {
      number: 2,
      publishedOn: "2026-04-13",
      until: "2026-04-18",
      told: 1,
      waiting: 1,
      accepted: 0,
      refused: 3,
      silent: 1,
    },
  ]);
  expect(waiting.map(({ contractId }) => contractId)).not.toContain(refusing.id);
  expect(waiting).toHaveLength(2);
  expect(answered).toMatchObject([
    { contractId: refusing.id, number: 2, reason: "Не согласны", answer: "Договор остаётся в редакции 1" },
  ]);
  expect(answered[0]?.invoice).toBe(refusing.invoices[0]?.number);
});

test("the database knows it by itself", async () => {
  const stranger = await makeParty(db, "legalEntity", at("2026-04-01"));
  const insert = (contract: string, whose: string, edition = second.id, on = "2026-04-14") =>
    owner`insert into edition_refusals (edition_id, contract_id, party_id, refused_on, refused_at) values (${edition}, ${contract}, ${whose}, ${on}, now())`;
  await expect(insert(silent.id, stranger.id)).rejects.toThrow("somebody else's contract");
  await expect(insert(silent.id, party.id, second.id, "2026-04-12")).rejects.toThrow("only a published edition");
  const [prices] =
    await owner`select e.id from editions e join documents d on d.id = e.document_id where d.kind = 'price-list'`;
  await expect(insert(silent.id, party.id, String(prices?.id))).rejects.toThrow("only a published edition");
  await expect(owner`update edition_refusals set reason = 'другое' where contract_id = ${refusing.id}`).rejects.toThrow(
    "answered once",
  );
  await expect(owner`delete from edition_refusals`).rejects.toThrow();
  const seen = await inTenant(db, tenantOf(stranger.owner), (tx) => editionsOfContract(tx, refusing.id));
  expect(seen.refusals).toEqual([]);
  expect((await audit(owner)).problems).toEqual([]);
});
