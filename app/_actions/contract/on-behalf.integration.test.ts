import { expect, test } from "vitest";

import { contractEvent } from "#/app/_jobs/contract-event.handler.ts";
import { requisitesByHand } from "#/app/_jobs/requisites-by-hand.handler.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, makeStaff, pay, placeOrder, readContract, sendAct } from "#/app/_testing/fixtures.ts";
import { givenAt } from "#/app/_time/now.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { editionsToShow } from "#/db/queries/offer.ts";
import { findParty } from "#/db/queries/parties.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { updateRequisites } from "#/db/writes/parties.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import { placeOrderInput } from "#/lib/contract/steps/place-order.ts";
import { timelineOf } from "#/lib/contract/timeline.ts";
import { partyByHand } from "../party-by-hand.ts";
import { orderAndInvoice } from "./order-and-invoice.ts";
import type { StepSpec } from "./spec.ts";
import {
  cancelOrderStep,
  confirmActReceivedStep,
  refuseActivationStep,
  requestAssignmentStep,
  terminateByFaultStep,
  terminateEarlyStep,
} from "./specs.ts";
import { takeStep } from "./take-step.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-20T12:00:00+03:00");
const sales = await makeStaff(db, "sales");
const phone: OnBehalf = { how: "phone", reason: "звонила бухгалтер, просит отменить заказ" };

const take = <Input extends { contractId: string }, Facts>(actor: Actor, spec: StepSpec<Input, Facts>, input: Input) =>
  inTenant(db, tenantOf(actor), async (tx) =>
    takeStep({ tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, now) }, spec, input),
  );
const anchor = ({ id, version }: Contract) => ({ contractId: id, version });
const paper = (partyId: string) =>
  inTenant(db, tenantOf(sales), async (tx) => {
    const bytes = Buffer.from(`%PDF-1.7\n% ${crypto.randomUUID()}\n%%EOF\n`);
    const file = { partyId, kind: "on-behalf", name: "letter.pdf", mediaType: "application/pdf", bytes } as const;
    return (await insertFile(tx, sales, now, file))!.id;
  });

test("staff cancel a customer's order on the customer's word only; it is on record, on the timeline and in the letter", async () => {
  const party = await makeParty(db);
  const order = await placeOrder(db, party, [{}], { now });
  const reason = "нашли ошибку в периоде";
  const refused = await take(sales, cancelOrderStep, { ...anchor(order), reason });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "behalf.required", fields: { "onBehalf.how": { code: "behalf.required" } } },
  });
  expect((await readContract(db, order.id)).stage).toBe("invoiced");

  expect(await take(sales, cancelOrderStep, { ...anchor(order), reason, onBehalf: phone })).toMatchObject({ ok: true });
  const [entry] = await owner`select actor_kind, actor_id, on_behalf_of, seq, data -> 'onBehalf' as word from evidence
    where contract_id = ${order.id} and step = 'cancel-order'`;
  expect(entry).toMatchObject({
    ...{ actor_kind: "staff", actor_id: sales.userId, on_behalf_of: `party:${party.id}`, word: phone },
  });

  // The customer reads it with the customer's own eyes.
  const cancelled = await readContract(db, order.id);
  const given = await inTenant(db, tenantOf(party.owner), (tx) => givenAt(tx, now));
  expect(timelineOf(cancelled, given).find(({ code }) => code === "cancelled")?.word).toEqual({
    ...{ how: "phone", reason: phone.reason, by: sales.name },
  });
  await inTenant(db, { kind: "system", job: "t" }, (tx) =>
    contractEvent({ db, tx, now, real: now }, { contractId: order.id, seq: entry!.seq }),
  );
  const [letter] = await owner`select text from mails where contract_id = ${order.id} and template = 'order-cancelled'`;
  expect(letter?.text).toContain(phone.reason);
  expect(letter?.text).toContain(sales.name);
});

test("the customer's own step is the customer's: no word, and none may be claimed", async () => {
  const party = await makeParty(db);
  const order = await placeOrder(db, party, [{}], { now });
  const claimed = await take(party.owner, cancelOrderStep, { ...anchor(order), reason: "передумали", onBehalf: phone });
  expect(claimed).toMatchObject({ ok: false, error: { code: "auth.forbidden" } });
  expect(await take(party.owner, cancelOrderStep, { ...anchor(order), reason: "передумали" })).toMatchObject({
    ok: true,
  });
  const [entry] =
    await owner`select on_behalf_of, data ? 'onBehalf' as word from evidence where contract_id = ${order.id} and step = 'cancel-order'`;
  expect(entry).toEqual({ on_behalf_of: null, word: false });
});

test("an early termination for a customer takes its paper, and the paper must be that customer's", async () => {
  const [party, other] = [await makeParty(db), await makeParty(db)];
  const contract = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  const lawyer = await makeStaff(db, "lawyer");
  const end = (onBehalf?: OnBehalf) =>
    take(lawyer, terminateEarlyStep, { ...anchor(contract), understood: true, ...(onBehalf && { onBehalf }) });
  const reason = "заявление директора от 20.04.2026";
  expect(await end()).toMatchObject({ error: { code: "behalf.required" } });
  expect(await end(phone)).toMatchObject({ error: { fields: { "onBehalf.how": { code: "behalf.way" } } } });
  expect(await end({ how: "paper", reason })).toMatchObject({
    error: { fields: { "onBehalf.fileId": { code: "behalf.file_required" } } },
  });
  expect(await end({ how: "paper", reason, fileId: await paper(other.id) })).toMatchObject({
    error: { fields: { "onBehalf.fileId": { code: "file.not_found" } } },
  });
  const fileId = await paper(party.id);
  expect(await end({ how: "paper", reason, fileId })).toMatchObject({ ok: true, value: { stage: "terminated" } });
  const given = await inTenant(db, tenantOf(party.owner), (tx) => givenAt(tx, now));
  const entry = timelineOf(await readContract(db, contract.id), given).find(({ key }) => key === "terminated");
  expect(entry?.papers).toContainEqual({ kind: "behalf", id: fileId });
});

test("every step that staff take for a customer is one that their database role may write", async () => {
  const party = await makeParty(db);
  const contract = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  const onBehalf = { how: "phone", reason: "просит передать договор дочерней компании" } as const;
  const input = { ...anchor(contract), reason: "передать дочерней компании", onBehalf };
  expect(await take(sales, requestAssignmentStep, input)).toMatchObject({ ok: true });
  // 4.4.2: the seller has refused, and the customer tells by telephone that it ends the contract.
  const [director, lawyer] = [await makeStaff(db, "director"), await makeStaff(db, "lawyer")];
  const refusal = { ...anchor(await readContract(db, contract.id)), reason: "портал в другой зоне, доступ не открыть" };
  expect(await take(director, refuseActivationStep, refusal)).toMatchObject({ ok: true });
  const ending = { ...anchor(await readContract(db, contract.id)), reason: "", onBehalf };
  expect(await take(lawyer, terminateByFaultStep, ending)).toMatchObject({ ok: true, value: { stage: "terminated" } });
});

test("the receipt of an act that the operator reported is the customer's word through EDiN", async () => {
  const party = await makeParty(db);
  const contract = await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now });
  const sent = await sendAct(db, contract, { now });
  const accountant = await makeStaff(db, "accountant");
  const onBehalf = { how: "edi", reason: "квитанция оператора о вручении" } as const;
  expect(
    await take(accountant, confirmActReceivedStep, { ...anchor(sent), receivedOn: "2026-04-20", onBehalf }),
  ).toMatchObject({ ok: true });
  const given = await inTenant(db, tenantOf(party.owner), (tx) => givenAt(tx, now));
  const received = await readContract(db, sent.id);
  expect(timelineOf(received, given).find(({ code }) => code === "act-received")?.word?.how).toBe("edi");
});

test("an order for a customer names the party and its word; the customer is told, and only its payment would bind it", async () => {
  const party = await makeParty(db);
  const shown = await inTenant(db, tenantOf(sales), (tx) => editionsToShow(tx, asDay("2026-04-20")));
  const lines = [{ portal: "ordered-by-phone.bitrix24.by", months: 12 }];
  const ids = { offerId: shown!.offer.id, priceListId: shown!.priceList.id, rulesId: shown!.rules.id };
  const order = (actor: typeof sales | typeof party.owner, more: object) =>
    inTenant(db, tenantOf(actor), (tx) =>
      orderAndInvoice({
        tx,
        actor,
        now,
        origin: NO_ORIGIN,
        input: placeOrderInput.parse({ lines, ...ids, read: "true", ...more }),
      }),
    );
  expect(await order(sales, { partyId: party.id })).toMatchObject({ ok: false, error: { code: "behalf.required" } });
  expect(await order(sales, { onBehalf: phone })).toMatchObject({ ok: false, error: { code: "record.not_found" } });
  expect(await order(sales, { partyId: crypto.randomUUID(), onBehalf: phone })).toMatchObject({
    error: { code: "record.not_found" },
  });
  const placed = await order(sales, { partyId: party.id, onBehalf: phone });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const contract = await readContract(db, placed.value.contractId);
  expect(contract).toMatchObject({ partyId: party.id, stage: "invoiced" });
  expect(contract.notes).toMatchObject([{ step: "place-order", by: sales.name, data: { onBehalf: phone } }]);
  await inTenant(db, { kind: "system", job: "t" }, (tx) =>
    contractEvent({ db, tx, now, real: now }, { contractId: contract.id, seq: 1 }),
  );
  const letters =
    await owner`select template from mails where contract_id = ${contract.id} and template = 'order-placed'`;
  expect(letters.length).toBeGreaterThan(0);

  // A customer orders for itself, whatever party the form names.
  const stranger = await makeParty(db);
  const own = await order(party.owner, { partyId: stranger.id, lines: [{ portal: "own.bitrix24.by", months: 12 }] });
  if (!own.ok) throw new Error(JSON.stringify(own.error));
  expect((await readContract(db, own.value.contractId)).partyId).toBe(party.id);
});

test("requisites that the house wrote down are told to the customer", async () => {
  const party = await makeParty(db);
  const asked = (actor: Actor, onBehalf?: OnBehalf) =>
    inTenant(db, tenantOf(actor), (tx) =>
      partyByHand(tx, actor, { event: "update-requisites", partyId: party.id, onBehalf }),
    );
  expect(await asked(sales)).toMatchObject({ ok: false, error: { code: "behalf.required" } });
  expect(await asked(sales, phone)).toEqual({ ok: true, value: party.id });
  expect(await asked(party.owner, phone)).toMatchObject({ ok: false, error: { code: "auth.forbidden" } });

  const reason = "новый банк, письмо от 20.04.2026";
  const [version] = await owner`select requisites from requisites_versions where party_id = ${party.id}`;
  await inTenant(db, tenantOf(sales), async (tx) => {
    const before = (await findParty(tx, sales, party.id))!;
    const change = {
      requisites: version!.requisites,
      validFrom: asDay("2026-04-20"),
      late: false,
      onBehalf: { how: "mail", reason },
    } as const;
    await updateRequisites(tx, before, { ...change, actor: sales, now, origin: NO_ORIGIN });
  });
  const [entry] =
    await owner`select seq, on_behalf_of from evidence where chain = ${`party:${party.id}`} and step = 'update-requisites'`;
  expect(entry?.on_behalf_of).toBe(`party:${party.id}`);
  await inTenant(db, { kind: "system", job: "t" }, (tx) =>
    requisitesByHand({ db, tx, now, real: now }, { partyId: party.id, seq: entry!.seq }),
  );
  const [letter] = await owner`select text from mails where party_id = ${party.id} and template = 'requisites-entered'`;
  expect(letter?.text).toContain(reason);
});
