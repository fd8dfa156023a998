import { z } from "zod";

import type { Day } from "#/lib/calendar/day.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { ticked } from "#/lib/requisites/fields.ts";
import { err, ok } from "#/lib/result.ts";
import type { Contract, Decide, NewAllocation } from "../contract.ts";
import { needsSecondPerson, secondPersonAbove } from "../discretion.ts";
import { move, stepInput } from "./_step.ts";

export type PaymentFacts = {
  id: string;
  amount: bigint;
  allocated: bigint;
  documentDate: Day;
  creditDate: Day;
  /** What is left of it waits to go back to its payer. */
  toReturn: boolean;
};

export const allocateInput = z.object({
  ...stepInput.shape,
  paymentId: z.uuid(),
  invoiceId: z.uuid(),
  /** Kopecks; absent means as much as both sides allow. */
  amount: z.coerce.bigint().positive("money.positive").optional(),
  /** The person saw that somebody else pays and says that it is meant so. */
  thirdParty: ticked("allocation.third_party").optional(),
});
export const allocateAtDiscretionInput = z.object({
  ...allocateInput.shape,
  reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});

/** Jobs name no version: the row lock of the payment and the conditional write are theirs. */
type Allocate = Omit<z.infer<typeof allocateInput>, "version"> & {
  version?: number;
  reason?: string;
  carried?: boolean;
};
/** What the bank's line says about this very invoice. */
export type LineFacts = {
  /** The purpose has its number and its date (3.4). */
  named: boolean;
  /** The payer's УНП is another one than the party's. */
  thirdParty: boolean;
};
type Facts = { payment: PaymentFacts; by: "automatic" | "accountant"; line?: LineFacts };

/** What stands at discretion of the payment already, and who asked for this one where another person confirmed it. */
export type DiscretionFacts = {
  payment: PaymentFacts;
  line?: LineFacts;
  standing?: bigint;
  /** Whether any allocation at discretion was ever made of this payment: its payer was told how to write then. */
  told?: boolean;
  second?: { requestId: string; askedBy: string } | null;
};

/**
 * Clause 3.4: part of a payment set against an invoice that was valid on the day the money was credited. The day of import does
 * not matter: money in time stays in time, also where the clock has let the invoice expire meanwhile.
 */
export const allocatePayment: Decide<Allocate, Facts> = (contract, input, _given, { payment, by, line }) => {
  const invoice = contract.invoices.find(({ id }) => id === input.invoiceId);
  if (!invoice) return err({ code: "record.not_found" });
  if (payment.creditDate > invoice.validUntil)
    return err({ code: "invoice.expired", params: { number: invoice.number, until: invoice.validUntil } });
  if (by === "accountant" && line?.named === false)
    return err({ code: "allocation.not_named", params: { number: invoice.number } });
  return allocate(contract, input, payment, by, "allocate-payment", line);
};

/**
 * Clause 3.4, last sentence: number or date missing or wrong, or money after the invoice's end; a reason is mandatory. Above the
 * set sum one person asks and another confirms. A payer that wrote the purpose wrong is told once how to write it.
 */
export const allocateAtDiscretion: Decide<
  /**
   * `carried`: over from an expired invoice, which the letter about the new one tells already. `requestId`: confirmed by another
   * person. `asking`: only tried out before the request is made, and undone by whoever tries.
   */
  z.infer<typeof allocateAtDiscretionInput> & { carried?: boolean; requestId?: string; asking?: boolean },
  DiscretionFacts
> = (contract, input, { settings }, { payment, line, standing = 0n, told = false, second = null }) => {
  const decided = allocate(contract, input, payment, "discretion", "allocate-at-discretion", line);
  if (!decided.ok || input.carried) return decided;
  const { allocations = [], event } = decided.value;
  const atDiscretion = allocations.reduce((sum, { amount }) => sum + amount, standing);
  if (!second && !input.asking && needsSecondPerson(atDiscretion, settings))
    return err({ code: "discretion.second_person", params: { above: formatMoney(secondPersonAbove(settings)) } });
  const hint = line?.named === false && !told;
  const data = { ...event.data, ...(second ? { secondPerson: second } : {}), ...(hint ? { hint } : {}) };
  return ok({ ...decided.value, event: { ...event, data } });
};

function allocate(
  contract: Contract,
  input: Allocate,
  payment: PaymentFacts,
  kind: NewAllocation["kind"],
  step: "allocate-payment" | "allocate-at-discretion",
  line: LineFacts | undefined,
) {
  const invoice = contract.invoices.find(({ id }) => id === input.invoiceId);
  if (!invoice) return err({ code: "record.not_found" });
  if (invoice.status === "paid") return err({ code: "invoice.already_paid", params: { number: invoice.number } });
  if (invoice.status === "cancelled") return err({ code: "invoice.cancelled", params: { number: invoice.number } });
  // An expired invoice that was issued anew has a successor; its money belongs there.
  if (contract.invoices[0]?.id !== invoice.id)
    return err({ code: "invoice.replaced", params: { number: invoice.number } });

  if (payment.toReturn) return err({ code: "payment.to_return" });
  if (line?.thirdParty && kind !== "automatic" && !input.carried && !input.thirdParty)
    return err({ code: "allocation.third_party" });
  const rest = payment.amount - payment.allocated;
  const due = invoice.total - invoice.paid;
  const amount = input.amount ?? (rest < due ? rest : due);
  if (rest <= 0n || amount > rest) return err({ code: "payment.nothing_left" });
  if (amount > due) return err({ code: "allocation.over_due", params: { number: invoice.number } });
  const reason = input.reason ?? null;
  return move(contract, step, {
    allocations: [{ paymentId: payment.id, invoiceId: invoice.id, amount, kind, reason }],
    event: {
      ...(reason ? { reason } : {}),
      data: {
        number: invoice.number,
        amount: amount.toString(),
        due: (due - amount).toString(),
        paymentId: payment.id,
        orderedOn: payment.documentDate,
        creditedOn: payment.creditDate,
        kind,
        ...(input.carried ? { carried: true } : {}),
        ...(line?.thirdParty ? { thirdParty: true } : {}),
      },
    },
  });
}
