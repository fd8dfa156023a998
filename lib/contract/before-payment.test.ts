import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { beforePayment } from "./before-payment.ts";
import { facts, invoice } from "./testing.ts";

const { seller } = facts.offer;
const moved = { bank: { ...seller.bank, iban: "BY36ALFA30120000000000000002" } };
const first = { number: 1, publishedOn: asDay("2026-01-01"), inForceFrom: asDay("2026-01-01"), seller };
const second = { number: 2, publishedOn: asDay("2026-04-13"), inForceFrom: asDay("2026-04-18"), seller: moved };

describe("before a payment", () => {
  test("there is nothing to say under the edition of the paper", () => {
    expect(beforePayment(invoice(), { inForce: first, newest: first })).toEqual({ joins: null, account: null });
  });

  test("a published edition is joined by payment before it is in force, and its account is good from that day", () => {
    expect(beforePayment(invoice(), { inForce: first, newest: second })).toEqual({
      joins: { number: 2, publishedOn: "2026-04-13" },
      account: { number: 2, iban: moved.bank.iban, from: "2026-04-18", already: false },
    });
  });

  test("an account that the offer in force no longer names is not to be paid to", () => {
    expect(beforePayment(invoice(), { inForce: second, newest: second }).account).toMatchObject({ already: true });
    const third = { ...second, number: 3, inForceFrom: asDay("2026-05-01"), seller };
    // On its way back to the account of the paper: today it is still another one.
    expect(beforePayment(invoice(), { inForce: second, newest: third })).toMatchObject({
      joins: { number: 3 },
      account: { number: 2, already: true },
    });
  });

  test("a paper that names the newest edition joins nothing newer", () => {
    const frozen = { ...invoice().frozen, seller: { ...seller, ...moved }, offer: { ...facts.offer, number: 2 } };
    expect(beforePayment(invoice({ frozen }), { inForce: second, newest: second })).toEqual({
      joins: null,
      account: null,
    });
  });
});
