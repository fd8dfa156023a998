import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import type { Contract, OfferFacts } from "../contract.ts";
import { STAGES } from "../machine.ts";
import { base, contract, facts, givenOn, invoice } from "../testing.ts";
import { namesOldAccount, replaceAccount } from "./replace-account.ts";

const NEW = "BY36ALFA30120000000000000002";
const seller = { ...facts.offer.seller, bank: { ...facts.offer.seller.bank, iban: NEW } };
/** The second edition on another account; the price list has risen meanwhile. */
const moved: OfferFacts = {
  ...facts,
  offer: { ...facts.offer, id: "offer-2", number: 2, sha256: "2", seller },
  priceList: { ...facts.priceList, prices: [{ product: "market-plus", months: 12, amount: 60_000n }] },
};
const given = givenOn("2026-04-20");
const replace = (life: Contract, offer = moved, on = given) =>
  replaceAccount(life, { ...base, reason: "Продавец сменил банк" }, on, offer);
const code = (decided: ReturnType<typeof replace>) => (decided.ok ? "ok" : decided.error.code);

describe("an invoice on an account that the offer no longer names (7.2)", () => {
  test("gives way to one of the same sum on the new account, with a whole term and a link to the old one", () => {
    const decided = replace(contract());
    if (!decided.ok) throw new Error(decided.error.code);
    const { stage, set, invoices, newInvoice, event } = decided.value;
    expect([stage, set?.shownOfferId, set?.total]).toEqual(["invoiced", "offer-2", undefined]);
    expect(invoices).toEqual([{ id: "invoice-1", set: { status: "cancelled", closedReason: "Продавец сменил банк" } }]);
    expect(newInvoice).toMatchObject({
      ...{ issuedOn: "2026-04-20", validUntil: "2026-04-27", total: 48_000n, replacesId: "invoice-1" },
      frozen: { seller: { bank: { iban: NEW } }, offer: { id: "offer-2", number: 2 }, priceList: { number: 1 } },
    });
    expect(event).toMatchObject({
      ...{ step: "replace-account", clause: "7.2", reason: "Продавец сменил банк" },
      data: { replaces: "26-000145-7", from: facts.offer.seller.bank.iban, to: NEW, total: "48000" },
    });
  });

  test("there is nothing to replace on the account in force", () => {
    expect(code(replace(contract(), facts))).toBe("invoice.account_in_force");
    expect(namesOldAccount(invoice(), facts.offer.seller)).toBe(false);
    expect(namesOldAccount(invoice(), seller)).toBe(true);
  });

  test("money on the old one is freed first, and a promise that is over is not renewed", () => {
    expect(code(replace(contract({ invoices: [invoice({ paid: 1n })] })))).toBe("invoice.partly_paid");
    expect(code(replace(contract(), moved, givenOn("2026-04-24")))).toBe("ok");
    expect(code(replace(contract(), moved, givenOn("2026-04-25")))).toBe("invoice.validity_over");
  });

  test("only a live invoice is replaced", () => {
    for (const stage of STAGES)
      expect(code(replace(contract({ stage }))), stage).toBe(stage === "invoiced" ? "ok" : "step.not_allowed");
    for (const status of ["expired", "cancelled", "paid"] as const)
      expect(code(replace(contract({ invoices: [invoice({ status, validUntil: asDay("2026-04-24") })] })))).toBe(
        "step.not_allowed",
      );
  });
});
