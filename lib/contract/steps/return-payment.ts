import { z } from "zod";

import { err } from "#/lib/result.ts";
import type { Decide } from "../contract.ts";
import { move, stepInput } from "./_step.ts";
import type { PaymentFacts } from "./allocate-payment.ts";

const reason = z.string().trim().min(10, "reason.required").max(1000, "field.too_long");
export const returnPaymentInput = z.object({ ...stepInput.shape, paymentId: z.uuid(), invoiceId: z.uuid(), reason });
export const keepPaymentInput = z.object({ ...stepInput.shape, returnId: z.uuid(), reason });

/** A decision to return that is not carried out yet. */
export type ReturnFacts = { id: string; paymentId: string; amount: bigint; state: "to-return" | "kept" };

/**
 * Clause 3.4: what is left of a payment is neither accepted nor waited for, so it is to go back. Its ground is the order that it
 * came for. Nothing is sent by this: the money waits, and takes no allocation, until the refund is made or the decision taken back.
 */
export const returnPayment: Decide<z.infer<typeof returnPaymentInput>, { payment: PaymentFacts }> = (
  contract,
  { invoiceId, reason: ground },
  _given,
  { payment },
) => {
  const invoice = contract.invoices.find(({ id }) => id === invoiceId);
  if (!invoice) return err({ code: "record.not_found" });
  if (payment.toReturn) return err({ code: "payment.to_return" });
  const amount = payment.amount - payment.allocated;
  if (amount <= 0n) return err({ code: "payment.nothing_left" });
  return move(contract, "return-payment", {
    returns: [{ paymentId: payment.id, invoiceId, amount, reason: ground }],
    event: {
      reason: ground,
      data: {
        number: invoice.number,
        amount: amount.toString(),
        paymentId: payment.id,
        orderedOn: payment.documentDate,
        creditedOn: payment.creditDate,
        validUntil: invoice.validUntil,
      },
    },
  });
};

/** The decision to return is taken back before anything was sent: the money may be set against an invoice again. */
export const keepPayment: Decide<z.infer<typeof keepPaymentInput>, { decided: ReturnFacts }> = (
  contract,
  { reason: why },
  _given,
  { decided },
) => {
  if (decided.state !== "to-return") return err({ code: "payment.kept_already" });
  return move(contract, "keep-payment", {
    kept: [{ id: decided.id, paymentId: decided.paymentId, reason: why }],
    event: { reason: why, data: { amount: decided.amount.toString(), paymentId: decided.paymentId } },
  });
};
