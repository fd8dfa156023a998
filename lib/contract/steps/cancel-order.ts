import { z } from "zod";

import { err } from "#/lib/result.ts";
import { currentInvoice, type Decide } from "../contract.ts";
import { move, notAllowed, stepInput } from "./_step.ts";

export const cancelInput = z.object({
  ...stepInput.shape,
  reason: z.string().trim().min(3, "reason.required").max(1000, "field.too_long"),
});
export type CancelInput = z.infer<typeof cancelInput>;

/** The customer or staff withdraws an order that no money stands against. Nothing is deleted; its number stays in the journal. */
export const cancelOrder: Decide<CancelInput> = (contract, { reason }, { now }) => {
  const invoice = currentInvoice(contract);
  if (invoice && invoice.paid > 0n) return err({ code: "invoice.partly_paid", params: { number: invoice.number } });
  return move(contract, "cancel-order", {
    set: { cancelledAt: now, cancelReason: reason },
    invoices:
      invoice?.status === "live" ? [{ id: invoice.id, set: { status: "cancelled", closedReason: reason } }] : [],
    event: { reason, data: { number: invoice?.number ?? null } },
  });
};

/** Staff takes back a live invoice (a mistake in it); the order is open again. The number is kept as void with its reason. */
export const cancelInvoice: Decide<CancelInput> = (contract, { reason }) => {
  const invoice = currentInvoice(contract);
  if (invoice?.status !== "live") return notAllowed(contract, "cancel-invoice");
  if (invoice.paid > 0n) return err({ code: "invoice.partly_paid", params: { number: invoice.number } });
  return move(contract, "cancel-invoice", {
    invoices: [{ id: invoice.id, set: { status: "cancelled", closedReason: reason } }],
    event: { reason, data: { number: invoice.number } },
  });
};
