import { z } from "zod";

import { type Ground, REFUND_MOVES, type RefundState } from "#/lib/refund/refund.ts";
import { err } from "#/lib/result.ts";
import type { Decide, Invoice } from "../contract.ts";
import { move, stepInput } from "./_step.ts";
import type { PaymentFacts } from "./allocate-payment.ts";

const reason = z.string().trim().min(10, "reason.required").max(1000, "field.too_long");
export const returnPaymentInput = z.object({ ...stepInput.shape, paymentId: z.uuid(), invoiceId: z.uuid(), reason });
export const keepPaymentInput = z.object({ ...stepInput.shape, returnId: z.uuid(), reason });

/** Money that goes back, as it stands (lib/refund). */
export type ReturnFacts = { id: string; paymentId: string; amount: bigint; state: RefundState };

/**
 * Clause 3.4: what is left of a payment is neither accepted nor waited for, so it is to go back. Its ground is the order that it
 * came for. Nothing is sent by this: it asks for a refund, which a lawyer decides; its money takes no allocation meanwhile.
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
    returns: [{ paymentId: payment.id, invoiceId, amount, ground: groundOf(invoice, payment), reason: ground }],
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

/** Late is what came after its invoice's last day; the rest of what an order does not take was paid over. */
const groundOf = ({ status, validUntil }: Invoice, { creditDate }: PaymentFacts): Ground =>
  status !== "paid" && creditDate > validUntil ? "late" : "overpayment";

/** The refund is taken back before a second person approved it: the money may be set against an invoice again. */
export const keepPayment: Decide<z.infer<typeof keepPaymentInput>, { decided: ReturnFacts }> = (
  contract,
  { reason: why },
  _given,
  { decided },
) => {
  if (decided.state === "withdrawn" || decided.state === "refused") return err({ code: "payment.kept_already" });
  if (!(REFUND_MOVES["withdraw-refund"].from as readonly RefundState[]).includes(decided.state))
    return err({ code: "refund.not_now" });
  return move(contract, "keep-payment", {
    kept: [{ id: decided.id, paymentId: decided.paymentId, reason: why }],
    event: { reason: why, data: { amount: decided.amount.toString(), paymentId: decided.paymentId } },
  });
};
