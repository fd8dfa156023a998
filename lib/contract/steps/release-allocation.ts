import { z } from "zod";

import { err } from "#/lib/result.ts";
import type { Decide } from "../contract.ts";
import { move, stepInput } from "./_step.ts";

export const releaseAllocationInput = z.object({
  ...stepInput.shape,
  allocationId: z.uuid(),
  reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});

export type AllocationFacts = {
  id: string;
  paymentId: string;
  invoiceId: string;
  amount: bigint;
  released: boolean;
  /** The rest of its payment waits to go back: first that decision is taken back. */
  toReturn: boolean;
};

/**
 * Clause 3.4: the accountant takes back a sum that was set against an invoice by mistake, before it became acceptance. The row
 * stays; a reversing one stands beside it, and the money is the payment's again.
 */
export const releaseAllocation: Decide<
  /** `carried`: to go over to the order's next invoice at once. */
  z.infer<typeof releaseAllocationInput> & { carried?: boolean },
  { allocation: AllocationFacts }
> = (contract, { reason, carried }, _given, { allocation }) => {
  const invoice = contract.invoices.find(({ id }) => id === allocation.invoiceId);
  if (!invoice) return err({ code: "record.not_found" });
  if (allocation.released) return err({ code: "allocation.released" });
  if (allocation.toReturn) return err({ code: "payment.to_return" });
  return move(contract, "release-allocation", {
    allocations: [
      {
        paymentId: allocation.paymentId,
        invoiceId: allocation.invoiceId,
        amount: -allocation.amount,
        kind: "accountant",
        reason,
        reversesId: allocation.id,
      },
    ],
    event: {
      reason,
      data: {
        number: invoice.number,
        amount: allocation.amount.toString(),
        due: (invoice.total - invoice.paid + allocation.amount).toString(),
        paymentId: allocation.paymentId,
        ...(carried ? { carried: true } : {}),
      },
    },
  });
};
