import { expect, test } from "vitest";

import { afterMoney } from "./after-money.ts";
import { acceptOffer } from "./steps/accept-offer.ts";
import { allocatePayment } from "./steps/allocate-payment.ts";
import { base, contract, facts, givenOn, invoice } from "./testing.ts";

const on = "2026-04-16" as never;

test("a contract after its payment and its acceptance is the one that the database has then", () => {
  const before = contract({ stage: "invoiced", invoices: [invoice()] });
  const { id: invoiceId, total } = before.invoices[0]!;
  const payment = { id: "payment", amount: total, allocated: 0n, documentDate: on, creditDate: on, toReturn: false };
  const put = allocatePayment(before, { ...base, paymentId: "payment", invoiceId }, givenOn("2026-04-17"), {
    payment,
    by: "automatic",
  });
  if (!put.ok) throw new Error(put.error.code);
  const paid = afterMoney(before, put.value);
  expect(paid).toEqual({
    ...before,
    version: before.version + 1,
    invoices: [{ ...before.invoices[0]!, paid: total }],
  });
  const offers = [{ ...facts.offer, publishedOn: "2025-12-29" as never }];
  const accepted = acceptOffer(paid, {}, givenOn("2026-04-17"), { payments: [payment], offers });
  if (!accepted.ok) throw new Error(accepted.error.code);
  expect(afterMoney(paid, accepted.value)).toMatchObject({
    stage: "concluded",
    version: before.version + 2,
    acceptedOn: on,
    invoices: [{ status: "paid", paid: total }],
  });
});

test("another kind of change is no change of money", () => {
  const before = contract({ stage: "invoiced", invoices: [invoice()] });
  const change = {
    stage: before.stage,
    act: before.act,
    event: { step: "send-act", clause: "3.5", data: {} },
  } as const;
  expect(() => afterMoney(before, { ...change, acts: [] })).toThrow("acts");
});
