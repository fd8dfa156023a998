import { describe, expect, test } from "vitest";
import { asDay } from "#/lib/calendar/day.ts";
import { act, active, concluded, contract, givenOn, invoice, line } from "./testing.ts";
import { subscriptionState, whyAct, whyContract, whyInvoice, whySubscription } from "./why-state.ts";

const named = (why: ReturnType<typeof whyContract>) => ({
  facts: why.facts.map(({ code }) => code),
  clocks: why.clocks.map(({ name }) => name),
  next: Object.fromEntries(why.next.map(({ step, from }) => [step, from])),
});

describe("why a state is what it is", () => {
  test("an invoice that waits: its sum, its term with the count, what may come and when time acts", () => {
    const why = whyContract(contract(), givenOn("2026-04-20"));
    expect(named(why)).toEqual({
      facts: ["placed", "invoice", "money"],
      clocks: ["invoice-validity"],
      next: { "cancel-invoice": null, "cancel-order": null, "expire-invoice": "2026-04-25" },
    });
    expect(why.next[0]?.by.length).toBeGreaterThan(0);
  });

  test("paid: the two days of the payment, both clocks of 3.5, the right of 4.4.2 on its day", () => {
    const { facts, clocks, next } = named(whyContract(concluded(), givenOn("2026-04-20")));
    expect(facts).toEqual(["placed", "invoice", "money", "accepted"]);
    expect(clocks).toEqual(["activation", "act-sending"]);
    expect(next).toMatchObject({
      "activate-access": null,
      "terminate-early": null,
      "terminate-by-fault": "2026-05-12",
    });
  });

  test("an act that waits for its answer: both clocks, and the day on which silence accepts", () => {
    const sent = active({ act: "sent", acts: [act({ receivedOn: asDay("2026-04-23") })] });
    const { facts, clocks, next } = named(whyAct(sent, sent.acts[0]!, givenOn("2026-04-24")));
    expect(facts).toEqual(["act-issued", "act-sent", "act-received"]);
    expect(clocks).toEqual(["answer", "deemed-acceptance"]);
    expect(next).toMatchObject({ "sign-act": null, "refuse-act": null, "deem-act": "2026-04-29" });
  });

  test("papers that were replaced have nothing to come", () => {
    const old = { id: "old", status: "expired" as const };
    const two = contract({ invoices: [invoice(), invoice(old)] });
    expect(whyInvoice(two, two.invoices[1]!, givenOn("2026-04-20"))).toMatchObject({ clocks: [], next: [] });
    const acts = [act({ status: "issued", sentOn: null }), act({ id: "old", status: "replaced" })];
    const corrected = active({ act: "issued", acts });
    expect(whyAct(corrected, corrected.acts[1]!, givenOn("2026-04-29"))).toMatchObject({ clocks: [], next: [] });
  });
});

describe("a subscription", () => {
  const given = line({ activeFrom: asDay("2026-04-22"), activeTo: asDay("2027-04-21") });
  test.each([
    ["waiting", line(), concluded(), "2026-04-20"],
    ["ahead", given, active(), "2026-04-21"],
    ["running", given, active(), "2026-04-22"],
    ["running", given, active(), "2027-04-21"],
    ["over", given, active(), "2027-04-22"],
    ["cut", given, active({ stage: "terminated", terminatedOn: asDay("2026-06-01") }), "2026-06-02"],
    ["never", given, active({ stage: "terminated", terminatedOn: asDay("2026-04-21") }), "2026-06-02"],
    ["never", line(), contract({ stage: "cancelled" }), "2026-06-02"],
  ] as const)("is %s", (state, one, life, today) => {
    expect(subscriptionState(one, life, asDay(today))).toBe(state);
  });

  test("ends by itself on the day after the last paid one", () => {
    const life = active();
    const { facts, next } = named(whySubscription(life, life.lines[0]!, givenOn("2026-05-01")));
    expect(facts).toEqual(["accepted", "period"]);
    expect(next).toMatchObject({ "end-contract": "2027-04-22", "terminate-early": null });
  });
});
