import type { Refusal } from "#/lib/action-result.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { type Contract, currentInvoice, type Decide, type Invoice, type OfferFacts } from "../contract.ts";
import type { InvoiceFrozen } from "../frozen.ts";
import { placeAfter } from "../machine.ts";
import { move, notAllowed } from "./_step.ts";
import type { CancelInput } from "./cancel-order.ts";

type Seller = InvoiceFrozen["seller"];

/** True where an invoice asks for money on another account than this edition of the offer names (7.2). */
export const namesOldAccount = ({ frozen }: Pick<Invoice, "frozen">, { bank }: Pick<Seller, "bank">): boolean =>
  frozen.seller.bank.iban !== bank.iban;

/**
 * Clause 7.2: a live invoice on an account that the offer in force no longer names gives way to one on the new account. Clause
 * 3.2 promised its sum, so sum and lines stay, and the customer gets the whole term again to write another payment order. Only
 * the number is new; the old one is void in the journal. Money that came on the old invoice must be freed first.
 */
export const replaceAccount: Decide<CancelInput, OfferFacts> = (contract, { reason }, given, facts) => {
  const { today, calendar, settings } = given;
  const found = replaceable(contract);
  if (!found.ok) return found;
  const old = found.value;
  const { id, slug, number, sha256, orderNumber, orderDate, seller, bindings } = facts.offer;
  if (!namesOldAccount(old, seller)) return err({ code: "invoice.account_in_force", params: { number: old.number } });
  // The clock that expires it has only not come by yet: its price is promised no more.
  if (today > old.validUntil)
    return err({ code: "invoice.validity_over", params: { number: old.number, until: old.validUntil } });
  const validityWorkingDays = settings.invoiceValidityWorkingDays;
  const validUntil = addWorkingDays(calendar, today, validityWorkingDays).date;
  return move(contract, "replace-account", {
    set: { shownOfferId: id, bindings, requisitesId: facts.requisites.id },
    invoices: [{ id: old.id, set: { status: "cancelled", closedReason: reason } }],
    newInvoice: {
      issuedOn: today,
      validUntil,
      total: old.total,
      replacesId: old.id,
      frozen: {
        ...old.frozen,
        seller,
        buyer: facts.requisites.value,
        offer: { id, slug, number, sha256, orderNumber, orderDate },
        validityWorkingDays,
        activationWorkingDays: bindings.activationWorkingDays,
      },
    },
    event: {
      reason,
      data: {
        replaces: old.number,
        from: old.frozen.seller.bank.iban,
        to: seller.bank.iban,
        total: old.total.toString(),
        validUntil,
      },
    },
  });
};

function replaceable(contract: Contract): Result<Invoice, Refusal> {
  const old = currentInvoice(contract);
  if (placeAfter(contract, "replace-account") === null || old?.status !== "live")
    return notAllowed(contract, "replace-account") as Result<never, Refusal>;
  return old.paid > 0n ? err({ code: "invoice.partly_paid", params: { number: old.number } }) : ok(old);
}
