import { expect, test } from "vitest";

import { allocatePaymentStep } from "#/app/_actions/contract/specs.ts";
import { insertPayment, makeParty, makeStaff, placeOrder, readContract, take } from "#/app/_testing/fixtures.ts";
import { givenAt } from "#/app/_time/now.ts";
import { inTenant, type Tx } from "#/db/client.ts";
import { declinesOf, requestsOf } from "#/db/queries/payment-decisions.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { declineProposal, lockPayment, takeBackDecline } from "#/db/writes/payment-decisions.ts";
import { keepProposals } from "#/db/writes/statements.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { MATCHER } from "./match-next.ts";
import { matchStatement } from "./match-statement.ts";
import { proposeAgain } from "./propose-again.ts";
import { type Asked, setParts } from "./set-parts.ts";
import { settleDiscretion } from "./settle-discretion.ts";

const { db, owner } = await testDatabase();
const ordered = new Date("2026-04-15T12:00:00+03:00");
const now = new Date("2026-04-17T12:00:00+03:00");
const credited = asDay("2026-04-16");
const [anna, boris, director] = [
  await makeStaff(db, "accountant"),
  await makeStaff(db, "accountant"),
  await makeStaff(db, "director"),
];
const REASON = "плательщик подтвердил письмом, за что платит";

const as = <T>(
  actor: StaffActor,
  work: (tx: Tx, who: { actor: StaffActor; origin: typeof NO_ORIGIN; now: Date }) => Promise<T>,
) => inTenant(db, actor, (tx) => work(tx, { actor, origin: NO_ORIGIN, now }));
const set = (actor: StaffActor, asked: Asked) =>
  as(actor, async (tx) => setParts({ tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, now) }, asked));
const answer = (actor: StaffActor, id: string, to: Parameters<typeof settleDiscretion>[2]) =>
  as(actor, async (tx) => settleDiscretion({ tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, now) }, id, to));
const CONFIRMED = { state: "confirmed", reason: null } as const;

const invoiceOf = (contract: Contract) => contract.invoices[0]!;
const part = (contract: Contract, amount = invoiceOf(contract).total) => ({
  ...{ contractId: contract.id, version: contract.version, invoiceId: invoiceOf(contract).id, amount },
});
const naming = (...orders: Contract[]) =>
  `Оплата по счетам ${orders.map((one) => `№ ${invoiceOf(one).number} от ${formatDay(invoiceOf(one).issuedOn)}`).join(", ")}`;
const paymentRow = async (id: string) => (await owner`select * from payments where id = ${id}`)[0]!;
const chainOf = async (id: string) =>
  (await owner`select step from evidence where chain = ${`payment:${id}`} order by seq`).map(({ step }) => step);
const twoOrders = async () => {
  const party = await makeParty(db);
  return [
    await placeOrder(db, party, [{}], { now: ordered }),
    await placeOrder(db, party, [{}], { now: ordered }),
  ] as const;
};

test("one payment pays two invoices that its purpose names: both concluded, the rest is the balance", async () => {
  const [one, two] = await twoOrders();
  const amount = invoiceOf(one).total + invoiceOf(two).total + 1n;
  const paymentId = await insertPayment(db, { amount, creditedOn: credited, purpose: naming(one, two) });
  const over = await set(anna, { paymentId, parts: [part(one), part(two, invoiceOf(two).total + 2n)] });
  expect(over).toMatchObject({ error: { code: "split.over" } });
  expect(await set(anna, { paymentId, parts: [part(one), part(two)] })).toEqual({
    ok: true,
    value: { left: 1n, asked: null },
  });
  for (const { id } of [one, two]) expect((await readContract(db, id)).stage).toBe("concluded");
  expect(await paymentRow(paymentId)).toMatchObject({ state: "balance", allocated: (amount - 1n).toString() });
  const kinds = await owner`select distinct kind from allocations where payment_id = ${paymentId}`;
  expect(kinds).toMatchObject([{ kind: "accountant" }]);
});

test("a part that cannot be set undoes the others with it", async () => {
  const [one, two] = await twoOrders();
  const amount = invoiceOf(one).total + invoiceOf(two).total;
  const paymentId = await insertPayment(db, { amount, creditedOn: credited, purpose: naming(one) });
  // The second invoice is not in the purpose and nobody says why.
  const refused = await set(anna, { paymentId, parts: [part(one), part(two)] });
  expect(refused).toMatchObject({ error: { code: "form.invalid", fields: { reason: { code: "reason.required" } } } });
  expect((await readContract(db, one.id)).stage).toBe("invoiced");
  expect(await paymentRow(paymentId)).toMatchObject({ allocated: "0" });
  expect(await set(anna, { paymentId, parts: [part(one), part(two)], reason: REASON })).toMatchObject({ ok: true });
  const kinds = await owner`select kind from allocations where payment_id = ${paymentId} order by kind`;
  expect(kinds.map(({ kind }) => kind)).toEqual(["accountant", "discretion"]);
});

test("an invoice that the purpose does not name is never set without the words of 3.4", async () => {
  const [order] = await twoOrders();
  const { id: invoiceId, number, total } = invoiceOf(order);
  const paymentId = await insertPayment(db, { amount: total, creditedOn: credited, purpose: `по счету ${number}` });
  const input = { contractId: order.id, version: order.version, paymentId, invoiceId };
  await expect(take(db, anna, allocatePaymentStep, input, { now })).rejects.toThrow("allocation.not_named");
});

test("somebody else's payment is set only by a person who says that it is meant so", async () => {
  const [order] = await twoOrders();
  const paymentId = await insertPayment(db, { amount: order.total, creditedOn: credited, purpose: naming(order) });
  await owner`update payments set payer_unp = '290000014' where id = ${paymentId}`;
  expect(await set(anna, { paymentId, parts: [part(order)] })).toMatchObject({
    error: { code: "allocation.third_party" },
  });
  expect(await set(anna, { paymentId, parts: [part(order)], thirdParty: true })).toMatchObject({ ok: true });
  const [event] = await owner`select data from evidence where contract_id = ${order.id} and step = 'allocate-payment'`;
  expect(event?.data).toMatchObject({ thirdParty: true });
});

test("the payer who named no invoice is told how to, once for the payment and not for what was named", async () => {
  const [one, two] = await twoOrders();
  const amount = invoiceOf(one).total + invoiceOf(two).total;
  const paymentId = await insertPayment(db, { amount, creditedOn: credited, purpose: "за сертификаты" });
  await set(anna, { paymentId, parts: [part(one), part(two)], reason: REASON });
  const hints = await owner`select data->>'hint' as hint from evidence
    where step = 'allocate-at-discretion' and contract_id in (${one.id}, ${two.id}) order by at, id`;
  expect(hints.map(({ hint }) => hint).filter(Boolean)).toEqual(["true"]);
});

test("above the set sum one person asks and another confirms; nothing moves in between", async () => {
  await owner`insert into settings (id, key, value, valid_from, entered_at, entered_by, reason)
    values (${crypto.randomUUID()}, 'secondPersonAbove', '100', '2026-01-01', now(), 'test', 'самый низкий порог')`;
  const [one, two] = await twoOrders();
  const amount = invoiceOf(one).total + invoiceOf(two).total;
  const paymentId = await insertPayment(db, { amount, creditedOn: credited, purpose: "за сертификаты" });
  const parts = [part(one), part(two)];

  const asked = await set(anna, { paymentId, parts, reason: REASON });
  expect(asked).toMatchObject({ ok: true, value: { asked: expect.any(String) } });
  const id = asked.ok ? asked.value.asked! : "";
  expect(await paymentRow(paymentId)).toMatchObject({ allocated: "0" });
  expect((await readContract(db, one.id)).version).toBe(one.version);
  expect(await set(boris, { paymentId, parts, reason: REASON })).toMatchObject({
    error: { code: "discretion.asked_already" },
  });

  expect(await answer(anna, id, CONFIRMED)).toMatchObject({ error: { code: "discretion.own_request" } });
  expect(await answer(boris, id, { state: "withdrawn", reason: null })).toMatchObject({
    error: { code: "discretion.not_own_request" },
  });
  // The wall stands without the program's own condition, too.
  await expect(
    owner`update discretion_requests set state = 'confirmed', settled_at = now(), settled_by = asked_by where id = ${id}`,
  ).rejects.toMatchObject({ constraint_name: "discretion_requests_second_person" });

  const both = await Promise.all([answer(boris, id, CONFIRMED), answer(director, id, CONFIRMED)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  for (const { id: contractId } of [one, two]) expect((await readContract(db, contractId)).stage).toBe("concluded");
  const [event] =
    await owner`select data from evidence where contract_id = ${two.id} and step = 'allocate-at-discretion'`;
  expect(event?.data).toMatchObject({ secondPerson: { requestId: id, askedBy: anna.userId } });
  expect(await chainOf(paymentId)).toEqual(["ask-discretion", "confirm-discretion"]);
  await expect(owner`update discretion_requests set state = 'waiting' where id = ${id}`).rejects.toMatchObject({
    code: "23001",
  });
});

test("a sum cut in pieces is the same sum: what stands at discretion already counts", async () => {
  const { total } = invoiceOf((await twoOrders())[0]);
  await owner`insert into settings (id, key, value, valid_from, entered_at, entered_by, reason)
    values (${crypto.randomUUID()}, 'secondPersonAbove', ${Number(total)}, '2026-01-02', now(), 'test', 'ровно один счёт')`;
  const [one, two] = await twoOrders();
  const amount = invoiceOf(one).total + invoiceOf(two).total;
  const paymentId = await insertPayment(db, { amount, creditedOn: credited, purpose: "за сертификаты" });
  expect(await set(anna, { paymentId, parts: [part(one)], reason: REASON })).toMatchObject({ value: { asked: null } });
  const second = await set(anna, { paymentId, parts: [part(two)], reason: REASON });
  expect(second).toMatchObject({ ok: true, value: { asked: expect.any(String) } });
  const id = second.ok ? second.value.asked! : "";
  expect(await answer(boris, id, { state: "rejected", reason: "спросите плательщика ещё раз" })).toMatchObject({
    ok: true,
  });
  const [request] = await as(anna, (tx) => requestsOf(tx, paymentId));
  expect(request).toMatchObject({ state: "rejected", settledBy: boris.userId });
  expect((await readContract(db, two.id)).stage).toBe("invoiced");
});

test("a declined proposal is not proposed again until the word is taken back", async () => {
  const party = await makeParty(db);
  const [one, two] = [
    await placeOrder(db, party, [{}], { now: ordered }),
    await placeOrder(db, party, [{}], { now: ordered }),
  ];
  const paymentId = await insertPayment(db, { amount: one.total, creditedOn: credited, purpose: "за сертификат" });
  await owner`update payments set payer_unp = ${party.requisites.unp}, state = 'unmatched' where id = ${paymentId}`;
  const { statement_id: statementId } = await paymentRow(paymentId);
  await matchStatement(db, statementId, now);
  const proposed = async () =>
    (await paymentRow(paymentId)).proposals.map(({ invoiceId }: { invoiceId: string }) => invoiceId);
  const both = [invoiceOf(one).id, invoiceOf(two).id].sort();
  expect((await proposed()).sort()).toEqual(both);

  const reason = "этот счёт клиент попросил аннулировать";
  const decline = (invoiceId: string) =>
    as(anna, async (tx, who) => declineProposal(tx, (await lockPayment(tx, paymentId))!, { invoiceId, reason }, who));
  expect(await decline(invoiceOf(one).id)).toBe(true);
  expect(await decline(invoiceOf(one).id)).toBe(false);
  expect(await proposed()).toEqual([invoiceOf(two).id]);
  expect(await as(anna, (tx) => proposeAgain(tx, paymentId))).toMatchObject({ value: { proposals: 1 } });
  expect(await proposed()).toEqual([invoiceOf(two).id]);
  await decline(invoiceOf(two).id);
  expect(await paymentRow(paymentId)).toMatchObject({ state: "unidentified", proposals: [] });

  const declined = await as(boris, (tx) => declinesOf(tx, paymentId));
  expect(declined).toMatchObject([
    { by: anna.userId, reason },
    { by: anna.userId, reason },
  ]);
  const word = declined.find(({ invoiceId }) => invoiceId === invoiceOf(one).id)!;
  expect(await as(boris, (tx, who) => takeBackDecline(tx, word.id, who))).toBe(true);
  expect(await as(boris, (tx, who) => takeBackDecline(tx, word.id, who))).toBe(false);
  await as(boris, (tx) => proposeAgain(tx, paymentId));
  expect(await proposed()).toEqual([invoiceOf(one).id]);
  expect(await chainOf(paymentId)).toEqual(["decline-proposal", "decline-proposal", "take-back-decline"]);
});

test("what a person decided is never decided again by the matcher", async () => {
  const [order] = await twoOrders();
  const left = await insertPayment(db, { amount: order.total, creditedOn: credited, purpose: naming(order) });
  const { statement_id: statementId } = await paymentRow(left);
  // Left among the unidentified by a person; all four agree, and still nothing is set.
  expect(await matchStatement(db, statementId, now)).toBe(0);
  expect(await as(anna, (tx) => proposeAgain(tx, left))).toMatchObject({ value: { proposals: 1 } });
  expect(await paymentRow(left)).toMatchObject({ state: "proposed", allocated: "0" });
  await set(anna, { paymentId: left, parts: [part(order, 1n)] });
  expect(await as(anna, (tx) => proposeAgain(tx, left))).toMatchObject({ error: { code: "record.changed" } });
  // The matcher failed on it and gives it up to a person, who was first.
  await inTenant(db, MATCHER, (tx) => keepProposals(tx, [{ paymentId: left, proposals: [] }]));
  expect(await paymentRow(left)).toMatchObject({ state: "balance", allocated: "1" });
});

test("all of it leaves the books and the log whole", async () => {
  expect((await audit(owner)).problems).toEqual([]);
});
