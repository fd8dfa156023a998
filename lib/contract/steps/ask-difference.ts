import { z } from "zod";

import { err } from "#/lib/result.ts";
import { currentInvoice, type Decide, type OfferFacts } from "../contract.ts";
import { placeAfter } from "../machine.ts";
import { notAllowed, stepInput } from "./_step.ts";
import { withFreshPrice } from "./issue-invoice.ts";

export const askDifferenceInput = z.object({
  ...stepInput.shape,
  paymentId: z.uuid(),
  reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});

/**
 * Clauses 3.2, 3.4: money came after the invoice's end, or only a part of it had come by then. The order gets a new invoice at
 * today's price, what was paid is set against it next, and the rest is asked for. Sums on the old one must be free by now.
 */
export const askDifference: Decide<
  /** `carried`: what is free to go over, the rest of the payment and what stood against the expired invoice. */
  z.infer<typeof askDifferenceInput> & { carried: bigint },
  OfferFacts
> = (contract, { paymentId, reason, carried }, given, facts) => {
  const old = currentInvoice(contract);
  if (placeAfter(contract, "ask-difference") === null || !old) return notAllowed(contract, "ask-difference");
  if (old.paid > 0n) return err({ code: "invoice.partly_paid", params: { number: old.number } });
  if (carried <= 0n) return err({ code: "payment.nothing_left" });
  const decided = withFreshPrice(contract, given, facts, "ask-difference", old.id);
  if (!decided.ok) return decided;
  const total = decided.value.newInvoice?.total ?? 0n;
  const set = carried < total ? carried : total;
  const { event } = decided.value;
  const data = {
    ...event.data,
    paymentId,
    replaces: old.number,
    carried: set.toString(),
    due: (total - set).toString(),
  };
  return { ok: true, value: { ...decided.value, event: { ...event, reason, data } } };
};
