import { z } from "zod";

import { addWorkingDays } from "#/lib/calendar/count.ts";
import { type Discount, priceLines } from "#/lib/price-list/price.ts";
import { err } from "#/lib/result.ts";
import type { Contract, Decide, Given, NewInvoice, OfferFacts } from "../contract.ts";
import { frozenDiscount, frozenLanguage } from "../frozen.ts";
import { placeAfter } from "../machine.ts";
import { move, notAllowed, stepInput } from "./_step.ts";

export const issueInvoiceInput = z.object({ ...stepInput.shape });

/** Clauses 3.1, 3.2: an invoice for an open order; starts *invoice validity*. The number is given in the issuing transaction. */
export const issueInvoice: Decide<z.infer<typeof issueInvoiceInput>, OfferFacts> = (contract, _input, given, facts) => {
  if (placeAfter(contract, "issue-invoice") === null) return notAllowed(contract, "issue-invoice");
  return withFreshPrice(contract, given, facts, "issue-invoice", null);
};

/** Clause 3.2: an expired invoice is issued anew at today's price, linked both ways. Allocated money must be freed first. */
export const reissueInvoice: Decide<z.infer<typeof issueInvoiceInput>, OfferFacts> = (
  contract,
  _input,
  given,
  facts,
) => {
  if (placeAfter(contract, "reissue-invoice") === null) return notAllowed(contract, "reissue-invoice");
  const old = contract.invoices[0];
  if (old && old.paid > 0n) return err({ code: "invoice.partly_paid", params: { number: old.number } });
  return withFreshPrice(contract, given, facts, "reissue-invoice", old?.id ?? null);
};

/** The order at today's prices, and an invoice for it. */
export function withFreshPrice(
  contract: Contract,
  given: Given,
  facts: OfferFacts,
  step: "issue-invoice" | "reissue-invoice" | "ask-difference",
  replacesId: string | null,
) {
  const priced = priceLines(contract.lines, facts.priceList.prices, facts.discounts);
  if (!priced.ok) return priced;
  const newInvoice = draftInvoice(priced.value, given, facts, replacesId);
  return move(contract, step, {
    set: {
      total: priced.value.total,
      bindings: facts.offer.bindings,
      shownOfferId: facts.offer.id,
      shownPriceListId: facts.priceList.id,
      requisitesId: facts.requisites.id,
    },
    lines: contract.lines.map((line, i) => ({ id: line.id, set: { amount: priced.value.lines[i]!.amount } })),
    newInvoice,
    event: { data: { total: priced.value.total.toString(), validUntil: newInvoice.validUntil, replacesId } },
  });
}

/** Everything of an invoice but its number: both parties' requisites and the editions frozen, the validity counted. */
export function draftInvoice(
  priced: {
    lines: { product: string; portal: string; months: number; amount: bigint }[];
    total: bigint;
    discount: Discount | null;
  },
  given: Given,
  facts: OfferFacts,
  replacesId: string | null,
): NewInvoice {
  const { settings, calendar, today } = given;
  return {
    issuedOn: today,
    validUntil: addWorkingDays(calendar, today, settings.invoiceValidityWorkingDays).date,
    total: priced.total,
    replacesId,
    frozen: {
      ...frozenLanguage(facts.requisites.paperLanguage),
      seller: facts.offer.seller,
      buyer: facts.requisites.value,
      lines: priced.lines.map(({ product, portal, months, amount }) => ({
        product,
        portal,
        months,
        amount: amount.toString(),
      })),
      ...(priced.discount && { discount: frozenDiscount(priced.discount) }),
      vat: settings.vat,
      offer: editionRef(facts.offer),
      priceList: editionRef(facts.priceList),
      validityWorkingDays: settings.invoiceValidityWorkingDays,
      activationWorkingDays: facts.offer.bindings.activationWorkingDays,
      paymentCode: settings.paymentCode,
      paymentOrder: settings.paymentOrder,
    },
  };
}

const editionRef = ({ id, slug, number, sha256, orderNumber, orderDate }: OfferFacts["rules"]) => ({
  id,
  slug,
  number,
  sha256,
  orderNumber,
  orderDate,
});
