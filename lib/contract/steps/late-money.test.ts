import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { STAGES } from "../machine.ts";
import { base, contract, facts, givenOn, invoice } from "../testing.ts";
import { allocateAtDiscretion, type PaymentFacts } from "./allocate-payment.ts";
import { askDifference } from "./ask-difference.ts";
import { keepPayment, returnPayment } from "./return-payment.ts";

const PAYMENT = "0197f000-0000-7000-8000-0000000000a1";
const REASON = "деньги пришли после срока счёта";
const given = givenOn("2026-04-28");
const lapsed = contract({ stage: "lapsed", invoices: [invoice({ status: "expired" })] });
const dearer = {
  ...facts,
  priceList: { ...facts.priceList, prices: [{ product: "market-plus", months: 12, amount: 60_000n }] },
};
const late = (changes: Partial<PaymentFacts> = {}): PaymentFacts => ({
  ...{ id: PAYMENT, amount: 48_000n, allocated: 0n, toReturn: false },
  ...{ documentDate: asDay("2026-04-24"), creditDate: asDay("2026-04-27") },
  ...changes,
});

describe("ask for the difference (3.4)", () => {
  const ask = { ...base, paymentId: PAYMENT, reason: REASON, carried: 48_000n };

  test("issues a new invoice at today's price and says what is carried over and what is left", () => {
    expect(askDifference(lapsed, ask, given, dearer)).toMatchObject({
      ok: true,
      value: {
        stage: "invoiced",
        set: { total: 60_000n },
        newInvoice: { total: 60_000n, replacesId: "invoice-1", issuedOn: "2026-04-28" },
        event: {
          step: "ask-difference",
          clause: "3.4",
          reason: REASON,
          data: { replaces: "26-000145-7", carried: "48000", due: "12000", paymentId: PAYMENT },
        },
      },
    });
  });

  test("nothing is left to ask where the money is enough; more than the price is never carried", () => {
    const done = askDifference(lapsed, { ...ask, carried: 70_000n }, given, dearer);
    expect(done).toMatchObject({ value: { event: { data: { carried: "60000", due: "0" } } } });
  });

  test("is refused while sums stand on the old invoice, and without any money", () => {
    const part = contract({ stage: "lapsed", invoices: [invoice({ status: "expired", paid: 100n })] });
    expect(askDifference(part, ask, given, facts)).toMatchObject({ error: { code: "invoice.partly_paid" } });
    expect(askDifference(lapsed, { ...ask, carried: 0n }, given, facts)).toMatchObject({
      error: { code: "payment.nothing_left" },
    });
  });

  test("only an expired order has a difference", () => {
    for (const stage of STAGES)
      expect(askDifference({ ...lapsed, stage }, ask, given, facts).ok, stage).toBe(stage === "lapsed");
  });
});

describe("return late money (3.4)", () => {
  const ask = { ...base, paymentId: PAYMENT, invoiceId: "invoice-1", reason: REASON };

  test("lays aside all that is left of the payment, with the order as its ground", () => {
    expect(returnPayment(lapsed, ask, given, { payment: late({ allocated: 8_000n }) })).toMatchObject({
      ok: true,
      value: {
        stage: "lapsed",
        returns: [{ paymentId: PAYMENT, invoiceId: "invoice-1", amount: 40_000n, reason: REASON }],
        event: {
          step: "return-payment",
          clause: "3.4",
          reason: REASON,
          data: { number: "26-000145-7", amount: "40000" },
        },
      },
    });
  });

  test.each([
    ["nothing is left", late({ allocated: 48_000n }), {}, "payment.nothing_left"],
    ["twice", late({ toReturn: true }), {}, "payment.to_return"],
    ["for a stranger's invoice", late(), { invoiceId: "invoice-9" }, "record.not_found"],
  ])("is refused where %s", (_why, payment, changes, code) => {
    expect(returnPayment(lapsed, { ...ask, ...changes }, given, { payment })).toMatchObject({ error: { code } });
  });

  test("whatever the order has become, and without moving it", () => {
    for (const stage of STAGES)
      expect(returnPayment({ ...lapsed, stage }, ask, given, { payment: late() })).toMatchObject({
        ok: true,
        value: { stage },
      });
  });

  test("money that waits to go back is set against nothing", () => {
    const set = { ...base, paymentId: PAYMENT, invoiceId: "invoice-1", reason: REASON };
    expect(allocateAtDiscretion(lapsed, set, given, { payment: late({ toReturn: true }) })).toMatchObject({
      error: { code: "payment.to_return" },
    });
  });

  test("the decision is taken back once", () => {
    const decided = { id: "r-1", paymentId: PAYMENT, amount: 40_000n, state: "requested" as const };
    const input = { ...base, returnId: PAYMENT, reason: "клиент попросил зачесть в новый счёт" };
    expect(keepPayment(lapsed, input, given, { decided })).toMatchObject({
      ok: true,
      value: { stage: "lapsed", kept: [{ id: "r-1", paymentId: PAYMENT }], event: { data: { amount: "40000" } } },
    });
    expect(keepPayment(lapsed, input, given, { decided: { ...decided, state: "withdrawn" } })).toMatchObject({
      error: { code: "payment.kept_already" },
    });
  });
});
