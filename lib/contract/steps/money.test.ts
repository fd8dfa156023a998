import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { acceptedEdition } from "../accepted-edition.ts";
import { base, contract, facts, givenOn, invoice } from "../testing.ts";
import { acceptOffer } from "./accept-offer.ts";
import { allocateAtDiscretion, allocatePayment, type PaymentFacts } from "./allocate-payment.ts";
import { cancelInvoice, cancelOrder } from "./cancel-order.ts";
import { expireInvoice } from "./expire-invoice.ts";
import { issueInvoice, reissueInvoice } from "./issue-invoice.ts";
import { releaseAllocation } from "./release-allocation.ts";

const given = givenOn("2026-04-17");
const payment = (changes: Partial<PaymentFacts> = {}): PaymentFacts => ({
  id: "pay-1",
  amount: 48_000n,
  allocated: 0n,
  documentDate: asDay("2026-04-15"),
  creditDate: asDay("2026-04-16"),
  toReturn: false,
  ...changes,
});
const ask = { ...base, paymentId: "pay-1", invoiceId: "invoice-1" };
const reason = "номер счёта в назначении указан с ошибкой";

describe("issue and reissue an invoice", () => {
  test("freezes both sides, today's price and five working days of validity", () => {
    const done = issueInvoice(contract({ stage: "ordered", invoices: [] }), base, givenOn("2026-04-15"), facts);
    // 16, 17, 22, 23, 24 April: the weekend, the transferred Monday and Радуница are skipped
    expect(done).toMatchObject({
      ok: true,
      value: { stage: "invoiced", newInvoice: { validUntil: "2026-04-24", total: 48_000n, replacesId: null } },
    });
  });

  test("an expired one is replaced at the new price and linked", () => {
    const dearer = {
      ...facts,
      priceList: { ...facts.priceList, prices: [{ product: "market-plus", months: 12, amount: 50_000n }] },
    };
    const done = reissueInvoice(
      contract({ stage: "lapsed", invoices: [invoice({ status: "expired" })] }),
      base,
      given,
      dearer,
    );
    expect(done).toMatchObject({
      ok: true,
      value: {
        set: { total: 50_000n },
        newInvoice: { total: 50_000n, replacesId: "invoice-1" },
        lines: [{ set: { amount: 50_000n } }],
      },
    });
  });

  test("a partly paid one is not replaced before its money is freed", () => {
    const partly = contract({ stage: "lapsed", invoices: [invoice({ status: "expired", paid: 1n })] });
    expect(reissueInvoice(partly, base, given, facts)).toMatchObject({ error: { code: "invoice.partly_paid" } });
  });

  test("a period that the price list does not sell is refused", () => {
    const unsold = { ...facts, priceList: { ...facts.priceList, prices: [] } };
    expect(issueInvoice(contract({ stage: "ordered", invoices: [] }), base, given, unsold)).toMatchObject({
      error: { code: "order.period_not_sold" },
    });
  });
});

describe("expire an invoice", () => {
  test("its last day still belongs to the customer; the next day it lapses", () => {
    expect(expireInvoice(contract(), {}, givenOn("2026-04-24"), undefined)).toMatchObject({
      error: { code: "invoice.still_valid" },
    });
    expect(expireInvoice(contract(), {}, givenOn("2026-04-25"), undefined)).toMatchObject({
      ok: true,
      value: { stage: "lapsed", invoices: [{ set: { status: "expired" } }] },
    });
  });
});

describe("cancel", () => {
  test("only where no money stands against the invoice", () => {
    const input = { ...base, reason: "передумали" };
    expect(cancelOrder(contract(), input, given, undefined)).toMatchObject({
      ok: true,
      value: { stage: "cancelled", invoices: [{ set: { status: "cancelled" } }] },
    });
    const partly = contract({ invoices: [invoice({ paid: 1n })] });
    expect(cancelOrder(partly, input, given, undefined)).toMatchObject({ error: { code: "invoice.partly_paid" } });
    expect(cancelInvoice(partly, input, given, undefined)).toMatchObject({ error: { code: "invoice.partly_paid" } });
    expect(cancelInvoice(contract(), input, given, undefined)).toMatchObject({ ok: true, value: { stage: "ordered" } });
  });
});

describe("above the set sum (3.4)", () => {
  const alone = { ...given, settings: { ...given.settings, secondPersonAbove: 48_000 } };
  const strict = { ...given, settings: { ...given.settings, secondPersonAbove: 47_999 } };
  const at = (input: object, time: typeof given, more: object = {}) =>
    allocateAtDiscretion(contract(), { ...ask, reason, ...input }, time, { payment: payment(), ...more });

  test("the very sum is one person's, a kopeck more is two's", () => {
    expect(at({}, alone)).toMatchObject({ ok: true });
    expect(at({}, strict)).toMatchObject({ error: { code: "discretion.second_person" } });
    expect(at({ amount: 47_999n }, strict)).toMatchObject({ ok: true });
  });

  test("what stands at discretion of the payment already counts", () => {
    expect(at({}, alone, { standing: 1n })).toMatchObject({ error: { code: "discretion.second_person" } });
  });

  test("a confirmed request lets it pass and is written down; what is carried over was decided before", () => {
    const second = { requestId: "r-1", askedBy: "anna" };
    expect(at({}, strict, { second })).toMatchObject({ value: { event: { data: { secondPerson: second } } } });
    expect(at({ carried: true }, strict)).toMatchObject({ ok: true });
  });
});

describe("what the bank's line says", () => {
  const line = { named: true, thirdParty: false };
  const by = "accountant" as const;
  const set = (more: object, input: object = {}) =>
    allocatePayment(contract(), { ...ask, ...input }, given, { payment: payment(), by, line: { ...line, ...more } });

  test("an invoice that it does not name is set only at discretion; the matcher has read it itself", () => {
    expect(set({})).toMatchObject({ ok: true });
    expect(set({ named: false })).toMatchObject({ error: { code: "allocation.not_named" } });
  });

  test("somebody else's money needs a person's word, and the word is kept", () => {
    expect(set({ thirdParty: true })).toMatchObject({ error: { code: "allocation.third_party" } });
    expect(set({ thirdParty: true }, { thirdParty: true })).toMatchObject({
      value: { event: { data: { thirdParty: true } } },
    });
  });

  test("a payer that named no invoice is told how to once; who was right or is late is told nothing", () => {
    const hint = (more: object) => {
      const done = allocateAtDiscretion(contract(), { ...ask, reason }, given, { payment: payment(), ...more });
      return done.ok && done.value.event.data.hint;
    };
    expect(hint({ line: { ...line, named: false } })).toBe(true);
    expect(hint({ line: { ...line, named: false }, told: true })).toBeUndefined();
    expect(hint({ line })).toBeUndefined();
  });
});

describe("allocate a payment (3.4)", () => {
  test("takes as much as both sides allow, never a kopeck more", () => {
    const sums = (done: ReturnType<typeof allocatePayment>) => done.ok && done.value.allocations?.[0]?.amount;
    const by = "accountant" as const;
    expect(sums(allocatePayment(contract(), ask, given, { payment: payment(), by }))).toBe(48_000n);
    expect(sums(allocatePayment(contract(), ask, given, { payment: payment({ amount: 47_999n }), by }))).toBe(47_999n);
    expect(sums(allocatePayment(contract(), ask, given, { payment: payment({ amount: 50_000n }), by }))).toBe(48_000n);
    expect(
      sums(
        allocatePayment(contract({ invoices: [invoice({ paid: 47_999n })] }), ask, given, { payment: payment(), by }),
      ),
    ).toBe(1n);
    expect(
      allocatePayment(contract(), { ...ask, amount: 48_001n }, given, { payment: payment({ amount: 60_000n }), by }),
    ).toMatchObject({ error: { code: "allocation.over_due" } });
    expect(
      allocatePayment(contract(), { ...ask, amount: 2n }, given, { payment: payment({ allocated: 47_999n }), by }),
    ).toMatchObject({ error: { code: "payment.nothing_left" } });
    expect(allocatePayment(contract(), ask, given, { payment: payment({ allocated: 48_000n }), by })).toMatchObject({
      error: { code: "payment.nothing_left" },
    });
  });

  test("money credited on the last day is in time, a day later it is not, whatever the day of import", () => {
    const by = "automatic" as const;
    expect(
      allocatePayment(contract(), ask, givenOn("2026-04-30"), {
        payment: payment({ creditDate: asDay("2026-04-24") }),
        by,
      }),
    ).toMatchObject({ ok: true });
    expect(
      allocatePayment(contract(), ask, given, { payment: payment({ creditDate: asDay("2026-04-25") }), by }),
    ).toMatchObject({ error: { code: "invoice.expired" } });
    // The statement came late, the money did not.
    const lapsed = contract({ stage: "lapsed", invoices: [invoice({ status: "expired" })] });
    expect(
      allocatePayment(lapsed, ask, givenOn("2026-05-05"), {
        payment: payment({ creditDate: asDay("2026-04-24") }),
        by,
      }),
    ).toMatchObject({ ok: true, value: { stage: "lapsed", allocations: [{ kind: "automatic" }] } });
  });

  test("at discretion a late payment counts at the old price, with the reason", () => {
    const lapsed = contract({ stage: "lapsed", invoices: [invoice({ status: "expired" })] });
    const done = allocateAtDiscretion(lapsed, { ...ask, reason }, given, {
      payment: payment({ creditDate: asDay("2026-04-27") }),
    });
    expect(done).toMatchObject({
      ok: true,
      value: { allocations: [{ kind: "discretion", reason }], event: { step: "allocate-at-discretion", reason } },
    });
  });

  test.each([
    ["paid", { status: "paid" as const }, "invoice.already_paid"],
    ["cancelled", { status: "cancelled" as const }, "invoice.cancelled"],
  ])("a %s invoice takes nothing", (_what, changes, code) => {
    expect(
      allocatePayment(contract({ invoices: [invoice(changes)] }), ask, given, { payment: payment(), by: "accountant" }),
    ).toMatchObject({ error: { code } });
  });

  test("an invoice that was issued anew sends its money to the successor", () => {
    const two = contract({ invoices: [invoice({ id: "invoice-2" }), invoice({ status: "expired" })] });
    expect(allocateAtDiscretion(two, { ...ask, reason }, given, { payment: payment() })).toMatchObject({
      error: { code: "invoice.replaced" },
    });
  });
});

describe("accept the offer (3.2, 6.1)", () => {
  const offers = [
    { id: "offer-1", number: 1, publishedOn: asDay("2026-01-01"), sha256: "a", bindings: facts.offer.bindings },
  ];
  const paid = contract({ invoices: [invoice({ paid: 48_000n })] });
  const payments = [
    { documentDate: asDay("2026-04-15"), creditDate: asDay("2026-04-16") },
    { documentDate: asDay("2026-04-14"), creditDate: asDay("2026-04-14") },
  ];

  test("keeps both dates and counts fifteen working days from the day of acceptance", () => {
    expect(acceptOffer(paid, {}, given, { payments, offers })).toMatchObject({
      ok: true,
      value: {
        stage: "concluded",
        set: {
          paidOn: "2026-04-15",
          creditedOn: "2026-04-16",
          acceptedOn: "2026-04-16",
          activationDueOn: "2026-05-11",
          actDueOn: "2026-05-11",
        },
      },
    });
  });

  test("by the other setting the payer's own day is the acceptance", () => {
    const done = acceptOffer(paid, {}, givenOn("2026-04-17", { acceptanceDay: "ordered" }), { payments, offers });
    expect(done).toMatchObject({
      ok: true,
      value: { set: { acceptedOn: "2026-04-15", activationDueOn: "2026-05-08" } },
    });
  });

  test("a kopeck short is no acceptance", () => {
    const short = contract({ invoices: [invoice({ paid: 47_999n })] });
    expect(acceptOffer(short, {}, given, { payments, offers })).toMatchObject({
      error: { code: "invoice.not_paid_in_full" },
    });
  });

  test.each([
    ["2026-03-01", 1],
    ["2026-04-09", 1],
    ["2026-04-10", 2],
    ["2026-04-12", 2],
    ["2026-04-15", 2],
  ])("paid on %s joins edition %i: publication, not the end of the five days, decides (6.2)", (day, number) => {
    const editions = [
      { id: "1", number: 1, publishedOn: asDay("2026-01-01") },
      { id: "2", number: 2, publishedOn: asDay("2026-04-10") },
    ];
    expect(acceptedEdition(editions, asDay(day))?.number).toBe(number);
  });
});

describe("release an allocation (3.4)", () => {
  const allocation = {
    id: "a-1",
    paymentId: "pay-1",
    invoiceId: "invoice-1",
    amount: 100n,
    released: false,
    toReturn: false,
  };
  const input = { ...base, allocationId: "0197f000-0000-7000-8000-00000000000a", reason: "зачислено не тому клиенту" };
  const partly = contract({ invoices: [invoice({ paid: 100n })] });

  test("writes a reversing row beside it, with the reason", () => {
    expect(releaseAllocation(partly, input, given, { allocation })).toMatchObject({
      ok: true,
      value: { stage: "invoiced", allocations: [{ amount: -100n, reversesId: "a-1", reason: input.reason }] },
    });
  });

  test("not while the rest of its payment waits to go back", () => {
    const waiting = { ...allocation, toReturn: true };
    expect(releaseAllocation(partly, input, given, { allocation: waiting })).toMatchObject({
      error: { code: "payment.to_return" },
    });
  });

  test("once only, and never after the sum became acceptance", () => {
    expect(releaseAllocation(partly, input, given, { allocation: { ...allocation, released: true } })).toMatchObject({
      error: { code: "allocation.released" },
    });
    expect(releaseAllocation(contract({ stage: "concluded" }), input, given, { allocation })).toMatchObject({
      error: { code: "step.not_allowed" },
    });
  });
});
