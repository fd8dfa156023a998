import { err } from "#/lib/result.ts";
import { currentInvoice, type Decide } from "../contract.ts";
import { move, notAllowed } from "./_step.ts";

/** Clause 3.2: the validity of the live invoice passed without payment in full. Days are inclusive. Stops *invoice validity*. */
export const expireInvoice: Decide<unknown> = (contract, _input, { today }) => {
  const invoice = currentInvoice(contract);
  if (invoice?.status !== "live") return notAllowed(contract, "expire-invoice");
  if (today <= invoice.validUntil) return err({ code: "invoice.still_valid", params: { until: invoice.validUntil } });
  return move(contract, "expire-invoice", {
    invoices: [{ id: invoice.id, set: { status: "expired" } }],
    event: { data: { number: invoice.number, validUntil: invoice.validUntil, paid: invoice.paid.toString() } },
  });
};
