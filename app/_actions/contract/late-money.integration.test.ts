import { expect, test } from "vitest";

import { insertPayment, makeParty, makeStaff, pay, placeOrder, readContract, take } from "#/app/_testing/fixtures.ts";
import { givenAt } from "#/app/_time/now.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { balanceOf, lateMoneyCounts, openReturn, waitingOn } from "#/db/queries/late-money.ts";
import { paymentList } from "#/db/queries/staff-payments.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { timelineOf } from "#/lib/contract/timeline.ts";
import { invoiceTheDifference } from "./invoice-the-difference.ts";
import {
  allocateAtDiscretionStep,
  allocatePaymentStep,
  expireInvoiceStep,
  keepPaymentStep,
  releaseAllocationStep,
  returnPaymentStep,
} from "./specs.ts";

const { db, owner } = await testDatabase();
const at = (day: string) => new Date(`${day}T12:00:00+03:00`);
const REASON = "деньги пришли после срока счёта";
const SYSTEM = { kind: "system", job: "t" } as const;
const accountant = await makeStaff(db, "accountant");

/** An order of 15.04 whose invoice expired; `part` of its sum came in time. */
async function lapsed({ part }: { part?: bigint } = {}) {
  const party = await makeParty(db);
  let order = await placeOrder(db, party, [{ months: 12 }], { now: at("2026-04-15") });
  if (part) order = await pay(db, order, { amount: part, now: at("2026-04-16") });
  await take(db, SYSTEM, expireInvoiceStep, { contractId: order.id }, { now: at("2026-05-05") });
  return { party, order: await readContract(db, order.id) };
}
const lateMoney = (amount: bigint) => insertPayment(db, { amount, creditedOn: "2026-05-05" as Day });
const anchor = ({ id, version }: Contract) => ({ contractId: id, version });
const ask = (order: Contract, paymentId: string) =>
  inTenant(db, tenantOf(accountant), (tx) =>
    invoiceTheDifference({
      tx,
      actor: accountant,
      origin: NO_ORIGIN,
      now: at("2026-05-06"),
      input: { ...anchor(order), paymentId, reason: REASON },
    }),
  );
const stepsOf = async (id: string) =>
  (await owner`select step from evidence where chain = ${`contract:${id}`} order by seq`).map(({ step }) => step);

test("accepted at the old price: the reason is kept, and the contract is concluded by the day of payment", async () => {
  const { order } = await lapsed();
  const invoice = order.invoices[0]!;
  const paymentId = await lateMoney(invoice.total);
  const input = { ...anchor(order), paymentId, invoiceId: invoice.id };
  await expect(take(db, accountant, allocatePaymentStep, input, { now: at("2026-05-06") })).rejects.toThrow(
    "invoice.expired",
  );
  await take(db, accountant, allocateAtDiscretionStep, { ...input, reason: REASON }, { now: at("2026-05-06") });
  expect(await readContract(db, order.id)).toMatchObject({ stage: "concluded", acceptedOn: "2026-05-05" });
});

test("the difference: a new invoice at today's price, the money carried over, the rest asked for", async () => {
  const { order } = await lapsed();
  const { total, number } = order.invoices[0]!;
  const paymentId = await lateMoney(total - 1000n);
  expect(await ask(order, paymentId)).toMatchObject({ ok: true, value: { stage: "invoiced" } });
  const after = await readContract(db, order.id);
  expect(after.invoices.map(({ status, paid }) => ({ status, paid }))).toEqual([
    { status: "live", paid: total - 1000n },
    { status: "expired", paid: 0n },
  ]);
  expect(after.invoices[0]?.replacesId).toBe(order.invoices[0]?.id);
  expect((await stepsOf(order.id)).slice(-2)).toEqual(["ask-difference", "allocate-at-discretion"]);
  const [entry] =
    await owner`select reason, data from evidence where contract_id = ${order.id} and step = 'ask-difference'`;
  expect(entry).toMatchObject({
    reason: REASON,
    data: { replaces: number, carried: String(total - 1000n), due: "1000", paymentId },
  });
  const paid = await pay(db, after, { now: at("2026-05-07") });
  expect(paid.stage).toBe("concluded");
});

test("a part that came in time goes over together with the late rest, and is enough", async () => {
  const { order } = await lapsed({ part: 2000n });
  const { total } = order.invoices[0]!;
  const paymentId = await lateMoney(total - 2000n + 500n);
  expect(await ask(order, paymentId)).toMatchObject({ ok: true, value: { stage: "concluded" } });
  const after = await readContract(db, order.id);
  expect(after.invoices[0]).toMatchObject({ status: "paid", paid: total });
  expect(await stepsOf(order.id)).toEqual([
    ...["place-order", "issue-invoice", "allocate-payment", "expire-invoice"],
    ...["release-allocation", "ask-difference", "allocate-at-discretion", "allocate-at-discretion", "accept-offer"],
  ]);
  // What was over stays the customer's, and the customer can see it.
  const balance = await inTenant(db, { kind: "customer", partyId: after.partyId, userId: "x" }, (tx) =>
    balanceOf(tx, after.partyId),
  );
  expect(balance).toMatchObject([{ rest: 500n, toReturn: false }]);
  const [accepted] = await owner`select data from evidence where contract_id = ${order.id} and step = 'accept-offer'`;
  expect(accepted?.data.balance).toBe("500");
});

test("a balance pays the next invoice of the same customer", async () => {
  const party = await makeParty(db);
  const first = await placeOrder(db, party, [{ months: 12 }], { now: at("2026-04-15") });
  const { total, number, issuedOn } = first.invoices[0]!;
  const purpose = `Оплата по счету № ${number} от ${formatDay(issuedOn)}`;
  const paymentId = await insertPayment(db, { amount: total * 2n, creditedOn: asDay("2026-04-16"), purpose });
  const set = (order: Contract) => ({ ...anchor(order), paymentId, invoiceId: order.invoices[0]!.id });
  await take(db, accountant, allocatePaymentStep, set(first), { now: at("2026-04-16") });
  const second = await placeOrder(db, party, [{ months: 12 }], { now: at("2026-04-16") });
  await take(
    db,
    accountant,
    allocateAtDiscretionStep,
    { ...set(second), reason: "остаток клиента, по его письму" },
    { now: at("2026-04-17") },
  );
  expect((await readContract(db, second.id)).stage).toBe("concluded");
  expect(await inTenant(db, tenantOf(party.owner), (tx) => balanceOf(tx, party.id))).toEqual([]);
});

test("to be returned: it waits with its ground, takes no allocation, and the decision can be taken back", async () => {
  const { party, order } = await lapsed({ part: 2000n });
  const invoice = order.invoices[0]!;
  const paymentId = await lateMoney(3000n);
  const input = { ...anchor(order), paymentId, invoiceId: invoice.id, reason: REASON };
  await take(db, accountant, returnPaymentStep, input, { now: at("2026-05-06") });
  const waiting = await readContract(db, order.id);
  expect(waiting).toMatchObject({ stage: "lapsed", version: order.version + 1 });
  const decided = await inTenant(db, tenantOf(accountant), (tx) => openReturn(tx, paymentId));
  expect(decided).toMatchObject({ contractId: order.id, number: invoice.number, amount: 3000n, reason: REASON });
  const list = await inTenant(db, tenantOf(accountant), (tx) =>
    paymentList(tx, { filter: "to-return", terms: null, text: null, cursor: null }),
  );
  expect(list.rows.map(({ id, state }) => ({ id, state }))).toEqual([{ id: paymentId, state: "to-return" }]);

  const again = { ...input, version: waiting.version };
  await expect(take(db, accountant, returnPaymentStep, again)).rejects.toThrow("payment.to_return");
  await expect(take(db, accountant, allocateAtDiscretionStep, again)).rejects.toThrow("payment.to_return");
  expect(await ask(waiting, paymentId)).toMatchObject({ ok: false, error: { code: "payment.to_return" } });
  // Behind the decision stands the database.
  const raw = owner`insert into allocations values (${crypto.randomUUID()}, ${paymentId}, ${invoice.id}, ${order.id}, ${party.id}, 1, 'accountant', null, now(), 'x', null)`;
  await expect(raw).rejects.toThrow("is to be returned");
  await expect(owner`delete from refunds`).rejects.toMatchObject({ code: "23001" });

  // The customer sees it, and what stood on the invoice is still there.
  const own = await inTenant(db, tenantOf(party.owner), (tx) => balanceOf(tx, party.id));
  expect(own).toMatchObject([{ rest: 3000n, toReturn: true }]);
  const given = await inTenant(db, tenantOf(party.owner), (tx) => givenAt(tx, at("2026-05-06")));
  expect(timelineOf(waiting, given).find(({ code }) => code === "to-return")?.params).toMatchObject({
    sum: "3000",
    reason: REASON,
  });

  const keep = { ...anchor(waiting), returnId: decided!.id, reason: "клиент просит зачесть в новый счёт" };
  await take(db, accountant, keepPaymentStep, keep, { now: at("2026-05-07") });
  const kept = await readContract(db, order.id);
  expect(timelineOf(kept, given).some(({ code }) => code === "to-return")).toBe(false);
  expect(await ask(kept, paymentId)).toMatchObject({ ok: true });
  expect(await audit(owner)).toMatchObject({ problems: [] });
});

test("a part payment waits in its own queue until the rest comes or it is taken back", async () => {
  const { order } = await lapsed({ part: 2000n });
  const [stood] =
    await owner`select payment_id as id, id as allocation from allocations where contract_id = ${order.id}`;
  const paymentId: string = stood!.id;
  const counts = () => inTenant(db, tenantOf(accountant), (tx) => lateMoneyCounts(tx));
  const before = await counts();
  const waiting = await inTenant(db, tenantOf(accountant), (tx) => waitingOn(tx, paymentId));
  expect(waiting).toMatchObject([{ contractId: order.id, status: "expired", paid: 2000n }]);
  const part = await inTenant(db, tenantOf(accountant), (tx) =>
    paymentList(tx, { filter: "part", terms: null, text: null, cursor: null }),
  );
  expect(part.rows.map(({ id }) => id)).toContain(paymentId);
  await take(
    db,
    accountant,
    releaseAllocationStep,
    { ...anchor(order), allocationId: stood!.allocation, reason: REASON },
    { now: at("2026-05-06") },
  );
  expect((await counts()).part).toBe(before.part - 1);
  expect(await inTenant(db, tenantOf(accountant), (tx) => waitingOn(tx, paymentId))).toEqual([]);
});
