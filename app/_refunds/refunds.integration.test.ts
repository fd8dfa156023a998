import { beforeAll, describe, expect, test } from "vitest";

import { allocateAtDiscretionStep, keepPaymentStep, returnPaymentStep } from "#/app/_actions/contract/specs.ts";
import { refundEvent } from "#/app/_jobs/refund-event.handler.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import {
  insertPayment,
  makeParty,
  makeStaff,
  type Party,
  pay,
  placeOrder,
  readContract,
  take,
} from "#/app/_testing/fixtures.ts";
import { givenAt } from "#/app/_time/now.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { balanceOf } from "#/db/queries/late-money.ts";
import { askableOf, refundsOfParty } from "#/db/queries/refunds.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { Actor, StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { timelineOf } from "#/lib/contract/timeline.ts";
import type { Ground } from "#/lib/refund/refund.ts";
import { closeRefunds } from "./close.ts";
import * as flow from "./flow.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-05-06T12:00:00+03:00");
const REASON = "перевели дважды по ошибке";
const BENEFICIARY = {
  name: "ООО «Ромашка»",
  unp: null,
  iban: "BY48AKBB30120000000000000001",
  bic: "AKBBBY2X",
};
let party: Party;
const staff = {} as Record<"accountant" | "second" | "lawyer" | "director", StaffActor>;

beforeAll(async () => {
  party = await makeParty(db);
  staff.accountant = await makeStaff(db, "accountant");
  staff.second = await makeStaff(db, "accountant");
  staff.lawyer = await makeStaff(db, "lawyer");
  staff.director = await makeStaff(db, "director");
});

type Who = Parameters<typeof flow.approveRefund>[2];
const as = <T>(
  actor: Actor,
  work: (tx: Parameters<typeof flow.approveRefund>[0], who: Who) => Promise<T>,
): Promise<T> =>
  inTenant(db, actor.kind === "system" ? actor : tenantOf(actor as StaffActor), (tx) =>
    work(tx, { actor, origin: NO_ORIGIN, now }),
  );

/** A payment of nobody, or with a part of it set against an order of the party. */
async function money(amount: bigint): Promise<string> {
  const paymentId = await insertPayment(db, { amount, creditedOn: asDay("2026-05-05") });
  return paymentId;
}
const ask = (
  paymentId: string,
  actor: Actor = staff.accountant,
  ground: Ground = "mistake",
  contractId: string | null = null,
) => as(actor, (tx, who) => flow.askRefund(tx, { paymentId, contractId, ground, reason: REASON, iban: null }, who));

async function asked(amount: bigint): Promise<string> {
  const done = await ask(await money(amount));
  if (!done.ok) throw new Error(done.error.code);
  return done.value.refundId;
}
const grant = (refundId: string, actor: Actor = staff.lawyer, amount: bigint | null = null) =>
  as(actor, (tx, who) => flow.grantRefund(tx, { refundId, amount, note: "" }, who));
const prepare = (refundId: string, actor: Actor = staff.accountant) =>
  as(actor, (tx, who) => flow.prepareRefund(tx, { refundId, ...BENEFICIARY }, who));
const approve = (refundId: string, actor: Actor = staff.director) =>
  as(actor, (tx, who) => flow.approveRefund(tx, { refundId }, who));

async function approved(amount: bigint): Promise<{ id: string; number: string; purpose: string }> {
  const id = await asked(amount);
  for (const step of [grant, prepare, approve]) expect(await step(id)).toMatchObject({ ok: true });
  const [row] = await owner`select number, payment_order ->> 'purpose' as purpose from refunds where id = ${id}`;
  return { id, number: row!.number as string, purpose: row!.purpose as string };
}

/** A debit line of a statement of its own, as the bank would bring it. */
async function debit(
  amount: bigint,
  purpose: string,
  { iban = BENEFICIARY.iban, statementId = crypto.randomUUID() } = {},
) {
  const id = await insertPayment(db, {
    amount,
    creditedOn: asDay("2026-05-06"),
    side: "debit",
    purpose,
    payerIban: iban,
    statementId,
  });
  return { id, statementId };
}
const stateOf = async (id: string) => (await owner`select state from refunds where id = ${id}`)[0]!.state as string;
const paymentOf = async (refundId: string) =>
  (await owner`select p.state from payments p join refunds r on r.payment_id = p.id where r.id = ${refundId}`)[0]!
    .state;
const booked = async (id: string) =>
  (
    await owner`select source, debit, credit, amount::text from ledger_entries where source_id = ${id} order by posted_at, source`
  ).map(({ source, debit: d, credit, amount }) => `${source}: ${d} ${credit} ${amount}`);

describe("one refund, four pairs of hands", () => {
  test("from the request to the bank's line: the money waits, is owed, leaves, and the books say so", async () => {
    const { id, number, purpose } = await approved(7_000n);
    expect(number).toMatch(/^R26-\d{6}-\d$/);
    expect(purpose).toContain(number);
    expect(await paymentOf(id)).toBe("to-return");
    expect(await booked(id)).toEqual(["refund: unallocated refunds 7000"]);

    const line = await debit(7_000n, `OTHR ${purpose}`);
    expect(await closeRefunds(db, line.statementId, now)).toBe(1);
    expect(await closeRefunds(db, line.statementId, now), "asked again it finds nothing").toBe(0);
    expect([await stateOf(id), await paymentOf(id)]).toEqual(["paid", "returned"]);
    expect(await booked(id)).toEqual(["refund: unallocated refunds 7000", "refund-paid: refunds other 7000"]);
    const steps = await owner`select step from evidence where chain = ${`refund:${id}`} order by seq`;
    expect(steps.map(({ step }) => step)).toEqual([
      ...["ask-refund", "grant-refund", "prepare-refund", "approve-refund", "close-refund"],
    ]);
    const told =
      await owner`select payload ->> 'move' as move from outbox where topic = 'refund-event' and payload ->> 'refundId' = ${id}`;
    expect(told).toHaveLength(5);
    expect((await audit(owner)).problems).toEqual([]);
  });

  test("no step is skipped, by the code or by the database", async () => {
    const id = await asked(7_100n);
    for (const step of [prepare, approve]) expect(await step(id)).toMatchObject({ error: { code: "refund.not_now" } });
    for (const state of ["prepared", "approved", "paid"])
      await expect(owner.unsafe(`update refunds set state = '${state}' where id = '${id}'`)).rejects.toMatchObject({
        code: expect.stringMatching(/^23/),
      });
    await grant(id);
    await expect(owner`update refunds set state = 'requested' where id = ${id}`).rejects.toThrow();
    await expect(owner`update refunds set amount = amount - 1 where id = ${id}`).rejects.toThrow();
    await expect(owner`delete from refunds where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  });

  test("nobody approves their own, by the code or by the database", async () => {
    const id = await asked(7_200n);
    await grant(id);
    await prepare(id, staff.second);
    for (const own of [staff.accountant, staff.second])
      expect(await approve(id, own)).toMatchObject({ error: { code: "refund.own" } });
    expect(await approve(id, staff.lawyer)).toMatchObject({ error: { code: "auth.forbidden" } });
    for (const own of [staff.accountant, staff.second, staff.lawyer])
      await expect(
        owner`update refunds set state = 'approved', approved_at = now(), approved_by = ${own.userId} where id = ${id}`,
      ).rejects.toMatchObject({ constraint_name: "refunds_four_eyes" });
    expect(await approve(id)).toMatchObject({ ok: true });
  });

  test("sent back it is prepared anew under the same number", async () => {
    const { id, number } = await approved(7_300n);
    const back = await as(staff.director, (tx, who) =>
      flow.sendBackRefund(tx, { refundId: id, reason: "банк не принял счёт" }, who),
    );
    expect(back).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe("granted");
    await prepare(id, staff.second);
    const [row] = await owner`select number, prepared_by, approved_by from refunds where id = ${id}`;
    expect(row).toEqual({ number, prepared_by: staff.second.userId, approved_by: null });
  });

  test("taken back after the lawyer's word: the money is free again and the debt is corrected", async () => {
    const id = await asked(7_400n);
    await grant(id);
    const done = await as(staff.accountant, (tx, who) =>
      flow.withdrawRefund(tx, { refundId: id, reason: "клиент просит зачесть в новый счёт" }, who),
    );
    expect(done).toMatchObject({ ok: true });
    expect(await paymentOf(id)).toBe("unidentified");
    expect(await booked(id)).toEqual(
      ["refund: unallocated refunds 7400", "correction: refunds unallocated 7400"].toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });
});

describe("the bank's line", () => {
  test("a tie is never decided, and a person names the line", async () => {
    const { id, purpose } = await approved(8_000n);
    const first = await debit(8_000n, purpose);
    const twin = await debit(8_000n, purpose, { statementId: first.statementId });
    expect(await closeRefunds(db, first.statementId, now)).toBe(0);
    const close = (lineId: string, actor: Actor = staff.accountant) =>
      as(actor, (tx, who) => flow.closeRefund(tx, { refundId: id, lineId }, who));
    const other = await debit(8_001n, purpose);
    expect(await close(other.id)).toMatchObject({ error: { code: "refund.line_sum" } });
    expect(await close(twin.id, staff.lawyer)).toMatchObject({ error: { code: "auth.forbidden" } });
    expect(await close(twin.id)).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe("paid");
    const next = await approved(8_000n);
    const taken = await as(staff.accountant, (tx, who) =>
      flow.closeRefund(tx, { refundId: next.id, lineId: twin.id }, who),
    );
    expect(taken).toMatchObject({ error: { code: "refund.line_taken" } });
  });

  test.each([
    ["another sum", { more: 1n }],
    ["another account", { iban: "BY68PJCB30120000000000000002" }],
    ["no number", { purpose: "Возврат средств" }],
  ])(
    "with %s closes nothing by itself",
    async (_what, { more = 0n, iban, purpose }: { more?: bigint; iban?: string; purpose?: string }) => {
      const refund = await approved(8_100n);
      const line = await debit(8_100n + more, purpose ?? refund.purpose, iban ? { iban } : {});
      expect(await closeRefunds(db, line.statementId, now)).toBe(0);
      expect(await stateOf(refund.id)).toBe("approved");
    },
  );
});

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

  test("a contract given up by its customer (6.10) is never paid back; by the seller's fault (4.4.2) after the lawyer's answer", async () => {
    const order = await placeOrder(db, party, [{}], { now: new Date("2026-05-05T12:00:00+03:00") });
    const paid = await pay(db, order, { now: new Date("2026-05-05T13:00:00+03:00") });
    const { total } = order.invoices[0]!;
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
