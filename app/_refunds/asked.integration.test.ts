import { describe, expect, test } from "vitest";

import { accident } from "#/app/_actions/accident.ts";
import { allocateAtDiscretionStep, keepPaymentStep, returnPaymentStep } from "#/app/_actions/contract/specs.ts";
import { refundEvent } from "#/app/_jobs/refund-event.handler.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { makeParty, pay, placeOrder, readContract, take } from "#/app/_testing/fixtures.ts";
import { givenAt } from "#/app/_time/now.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { balanceOf } from "#/db/queries/late-money.ts";
import { movementsUntil } from "#/db/queries/reconciliations.ts";
import { askableOf, refundsOfParty } from "#/db/queries/refunds.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { timelineOf } from "#/lib/contract/timeline.ts";
import { closeRefunds } from "./close.ts";
import { NOW as now, REASON, refundDesk } from "./testing/desk.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const desk = await refundDesk(db, owner);
const { party, staff, money, debit, stateOf, booked, ask, grant, prepare, approve, approved } = desk;

describe("what may go back", () => {
  test("money under a refund is set against nothing; what went back is gone for good", async () => {
    const order = await placeOrder(db, party, [{}], { now: new Date("2026-05-05T12:00:00+03:00") });
    const invoice = order.invoices[0]!;
    const { id, purpose } = await approved(invoice.total);
    const [row] = await owner`select payment_id as id from refunds where id = ${id}`;
    const set = { contractId: order.id, version: order.version, paymentId: row!.id as string, invoiceId: invoice.id };
    await expect(
      take(db, staff.accountant, allocateAtDiscretionStep, { ...set, reason: REASON }, { now }),
    ).rejects.toThrow("payment.to_return");
    await expect(ask(set.paymentId)).resolves.toMatchObject({ error: { code: "payment.to_return" } });
    const line = await debit(invoice.total, purpose);
    await closeRefunds(db, line.statementId, now);
    await expect(
      take(db, staff.accountant, allocateAtDiscretionStep, { ...set, reason: REASON }, { now }),
    ).rejects.toThrow("payment.to_return");
    await expect(ask(set.paymentId)).resolves.toMatchObject({ error: { code: "payment.nothing_left" } });
    const raw = owner`insert into allocations values (${crypto.randomUUID()}, ${set.paymentId}, ${invoice.id}, ${order.id}, ${party.id}, 1, 'accountant', null, now(), 'x', null)`;
    await expect(raw).rejects.toThrow("is to be returned");
  });

  test("a customer asks for its own balance only, and sees where it is", async () => {
    const order = await placeOrder(db, party, [{}], { now: new Date("2026-05-05T12:00:00+03:00") });
    const paid = await pay(db, order, {
      amount: order.invoices[0]!.total + 500n,
      now: new Date("2026-05-05T13:00:00+03:00"),
    });
    expect(paid.stage).toBe("concluded");
    const own = await inTenant(db, tenantOf(party.owner), (tx) => askableOf(tx, party.id));
    const mine = own.find(({ sum }) => sum === 500n)!;
    const done = await ask(mine.paymentId, party.owner, "overpayment");
    expect(done).toMatchObject({ ok: true });
    const seen = await inTenant(db, tenantOf(party.owner), (tx) => refundsOfParty(tx, party.id));
    expect(seen).toMatchObject([{ state: "requested", amount: 500n }]);
    expect(await inTenant(db, tenantOf(party.owner), (tx) => balanceOf(tx, party.id))).toContainEqual(
      expect.objectContaining({ rest: 500n, toReturn: true }),
    );
    const stranger = await makeParty(db);
    expect(await ask(mine.paymentId, stranger.owner)).toMatchObject({ error: { code: "record.not_found" } });
    const forged = inTenant(db, tenantOf(stranger.owner), (tx) =>
      tx.execute(
        `insert into refunds (id, payment_id, party_id, ground, amount, reason, state, requested_at, requested_by)
         values (gen_random_uuid(), '${mine.paymentId}', '${stranger.id}', 'mistake', 500, 'дайте мне чужое', 'requested', now(), 'x')`,
      ),
    );
    await expect(forged).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await inTenant(db, tenantOf(stranger.owner), (tx) => refundsOfParty(tx, party.id))).toEqual([]);
  });

  test("of two that ask for the same money at once one is heard, the other hears that somebody was first", async () => {
    const paymentId = await money(5_000n);
    const press = () => ask(paymentId).catch((error: unknown) => accident("ask-refund", error));
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(["record.changed", "payment.to_return"]).toContain(answer.error.code);
    const taken = await money(6_000n);
    const late = inTenant(db, tenantOf(staff.accountant), (tx) =>
      tx.execute(
        `insert into refunds (id, payment_id, ground, amount, reason, state, requested_at, requested_by)
         values (gen_random_uuid(), '${taken}', 'mistake', 5999, 'часть уже зачтена', 'requested', now(), 'x')`,
      ),
    ).catch((error: unknown) => accident("ask-refund", error));
    expect(await late, "the sum that was decided on is not free any more").toMatchObject({
      error: { code: "record.changed" },
    });
  });

  test("a refund names no contract but the one whose money it is, and is booked with that contract's own party", async () => {
    const stranger = await makeParty(db);
    const foreign = await placeOrder(db, stranger, [{}], { now: new Date("2026-05-05T12:00:00+03:00") });
    const order = await placeOrder(db, party, [{}], { now: new Date("2026-05-05T12:00:00+03:00") });
    await pay(db, order, { amount: order.invoices[0]!.total + 700n, now: new Date("2026-05-05T13:00:00+03:00") });
    const own = await inTenant(db, tenantOf(party.owner), (tx) => askableOf(tx, party.id));
    const { paymentId } = own.find(({ sum }) => sum === 700n)!;
    const forged = inTenant(db, tenantOf(party.owner), (tx) =>
      tx.execute(
        `insert into refunds (id, payment_id, contract_id, party_id, ground, amount, reason, state, requested_at, requested_by)
         values (gen_random_uuid(), '${paymentId}', '${foreign.id}', '${party.id}', 'mistake', 700, 'в чужую историю', 'requested', now(), 'x')`,
      ),
    );
    await expect(forged).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await ask(paymentId, party.owner, "fault", foreign.id)).toMatchObject({
      error: { code: "refund.no_fault" },
    });
    expect(await ask(paymentId, party.owner, "overpayment", foreign.id)).toMatchObject({ ok: true });
    const entries =
      await owner`select contract_id from evidence where step = 'ask-refund' and data ->> 'paymentId' = ${paymentId}`;
    expect([...entries]).toEqual([{ contract_id: null }]);

    // Somebody else's payment stands on the stranger's contract: its refund is the stranger's.
    const invoice = foreign.invoices[0]!;
    const theirs = await money(invoice.total);
    await owner`update payments set party_id = ${party.id} where id = ${theirs}`;
    const set = {
      contractId: foreign.id,
      version: foreign.version,
      paymentId: theirs,
      invoiceId: invoice.id,
      thirdParty: true,
    } as const;
    await take(db, staff.accountant, allocateAtDiscretionStep, { ...set, reason: REASON }, { now });
    await owner`update contracts set stage = 'terminated', terminated_on = '2026-05-06', termination_ground = 'fault',
      money_question = 'open' where id = ${foreign.id}`;
    const done = await ask(theirs, staff.accountant, "fault", foreign.id);
    if (!done.ok) throw new Error(done.error.code);
    const [row] = await owner`select party_id, contract_id from refunds where id = ${done.value.refundId}`;
    expect(row).toEqual({ party_id: stranger.id, contract_id: foreign.id });
    const seen = await inTenant(db, tenantOf(stranger.owner), (tx) => refundsOfParty(tx, stranger.id));
    expect(seen).toMatchObject([{ id: done.value.refundId, state: "requested", paidOn: null }]);
  });

  test("a contract given up by its customer (6.10) is never paid back; by the seller's fault (4.4.2) after the lawyer's answer", async () => {
    const order = await placeOrder(db, party, [{}], { now: new Date("2026-05-05T12:00:00+03:00") });
    const { total } = order.invoices[0]!;
    const paid = await pay(db, order, { amount: total + 100n, now: new Date("2026-05-05T13:00:00+03:00") });
    const [row] = await owner`select payment_id as id from allocations where contract_id = ${order.id}`;
    const fault = () => ask(row!.id as string, party.owner, "fault", order.id);
    expect(await fault()).toMatchObject({ error: { code: "refund.no_fault" } });
    const end = (ground: string, question: string | null) =>
      owner.begin(async (sql) => {
        await sql`update contracts set stage = 'terminated', terminated_on = '2026-05-06', termination_ground = ${ground},
          money_question = ${question} where id = ${paid.id}`;
      });
    await end("early", null);
    expect(await fault()).toMatchObject({ error: { code: "refund.never_early" } });
    await end("fault", "open");
    const done = await fault();
    if (!done.ok) throw new Error(done.error.code);
    const { refundId } = done.value;
    const left = await inTenant(db, tenantOf(party.owner), (tx) => askableOf(tx, party.id));
    expect(
      left.map(({ paymentId }) => paymentId),
      "one refund of a payment at a time",
    ).not.toContain(row!.id);
    expect(await grant(refundId)).toMatchObject({ error: { code: "refund.question_open" } });
    await owner`update contracts set money_question = 'settled', money_outcome = 'part', money_decision = 'вернуть половину суммы',
      money_settled_on = '2026-05-06' where id = ${paid.id}`;
    expect(await grant(refundId, staff.lawyer, total + 1n)).toMatchObject({ error: { code: "refund.over" } });
    expect(await grant(refundId, staff.lawyer, total / 2n)).toMatchObject({ ok: true });
    expect(await booked(refundId)).toEqual([`refund: advances refunds ${total / 2n}`]);
  });
});

test("the contract's own step leads into the same flow, and can be taken back until it is approved", async () => {
  const order = await placeOrder(db, party, [{}], { now: new Date("2026-04-15T12:00:00+03:00") });
  const paymentId = await money(3_000n);
  const base = { contractId: order.id, invoiceId: order.invoices[0]!.id, paymentId, reason: REASON };
  await take(db, staff.accountant, returnPaymentStep, { ...base, version: order.version }, { now });
  const [row] = await owner`select id, state, ground from refunds where payment_id = ${paymentId}`;
  expect(row).toMatchObject({ state: "requested", ground: "late" });
  await grant(row!.id as string);
  await prepare(row!.id as string);
  const waiting = await readContract(db, order.id);
  const given = await inTenant(db, tenantOf(staff.accountant), (tx) => givenAt(tx, now));
  expect(timelineOf(waiting, given).map(({ code }) => code)).toContain("refund-granted");
  const keep = { contractId: order.id, version: waiting.version, returnId: row!.id as string, reason: REASON };
  await take(db, staff.accountant, keepPaymentStep, keep, { now });
  expect(await stateOf(row!.id as string)).toBe("withdrawn");
  const kept = await readContract(db, order.id);
  expect(timelineOf(kept, given).some(({ code }) => code.startsWith("refund-") || code === "to-return")).toBe(false);
});

test("what went back stands in the party's settlements under its number, for either side alike", async () => {
  const order = await placeOrder(db, party, [{}], { now: new Date("2026-05-05T12:00:00+03:00") });
  await pay(db, order, { amount: order.invoices[0]!.total + 650n, now: new Date("2026-05-05T13:00:00+03:00") });
  const own = await inTenant(db, tenantOf(party.owner), (tx) => askableOf(tx, party.id));
  const done = await ask(own.find(({ sum }) => sum === 650n)!.paymentId, party.owner, "overpayment");
  if (!done.ok) throw new Error(done.error.code);
  const { refundId } = done.value;
  for (const step of [grant, prepare, approve]) await step(refundId);
  const [row] = await owner`select number, payment_order ->> 'purpose' as purpose from refunds where id = ${refundId}`;
  await closeRefunds(db, (await debit(650n, row!.purpose as string)).statementId, now);
  expect(await inTenant(db, tenantOf(party.owner), (tx) => refundsOfParty(tx, party.id))).toContainEqual(
    expect.objectContaining({ id: refundId, state: "paid", paidOn: "2026-05-06" }),
  );
  for (const reader of [party.owner, staff.accountant]) {
    const { movements } = await inTenant(db, tenantOf(reader), (tx) =>
      movementsUntil(tx, party.id, asDay("2026-05-31")),
    );
    expect(movements).toContainEqual(
      expect.objectContaining({ kind: "refund", id: refundId, number: row!.number, on: "2026-05-06", amount: "650" }),
    );
  }
});

test("each move is told once: the customer where its money is, the next hand that it is its turn", async () => {
  const order = await placeOrder(db, party, [{}], { now: new Date("2026-05-05T12:00:00+03:00") });
  await pay(db, order, { amount: order.invoices[0]!.total + 900n, now: new Date("2026-05-05T13:00:00+03:00") });
  const own = await inTenant(db, tenantOf(party.owner), (tx) => askableOf(tx, party.id));
  const done = await ask(own.find(({ sum }) => sum === 900n)!.paymentId, party.owner, "overpayment");
  if (!done.ok) throw new Error(done.error.code);
  const { refundId } = done.value;
  await grant(refundId);
  await prepare(refundId);
  const messages = await owner`
    select payload from outbox where topic = 'refund-event' and payload ->> 'refundId' = ${refundId} order by payload ->> 'seq'`;
  expect(messages).toHaveLength(3);
  for (const { payload } of [...messages, ...messages])
    await inTenant(db, { kind: "system", job: "refund-event" }, (tx) =>
      refundEvent({ db, tx, now, real: now }, payload),
    );
  const told = await owner<{ template: string; to: string }[]>`
    select template, to_address as to from mails where dedupe_key like ${`refund-event:${refundId}:%`}`;
  const count = (to: string) => told.filter((mail) => mail.to === to).map(({ template }) => template);
  expect(count(party.owner.email)).toEqual(["refund", "refund"]);
  expect(count(staff.lawyer.email)).toEqual(["staff-refund"]);
  expect(count(staff.director.email)).toEqual(["staff-refund"]);
  // Asked to prepare, then named among those who may approve.
  expect(count(staff.accountant.email)).toEqual(["staff-refund", "staff-refund"]);
});
