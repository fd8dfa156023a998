import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import type { OpenInvoice, ReasonCode } from "./match.ts";

type Payment = { amount: Kopecks; allocated: Kopecks; creditDate: Day };

/** What setting a payment against an invoice would do, said before anybody presses. */
export type HandDecision =
  | { way: "none"; why: "nothing-left" | "paid" | "cancelled" | "replaced" }
  | {
      /** `discretion`: 3.4, last sentence, so a reason is mandatory. */
      way: "allocate" | "discretion";
      why: "named" | "expired" | "early" | "not-named";
      amount: Kopecks;
      /** What the invoice still lacks after it; 0 is the acceptance of the offer (6.1). */
      dueAfter: Kopecks;
      /** What stays of the payment as the customer's balance. */
      restAfter: Kopecks;
    };

/**
 * Clause 3.4: an accountant allocates where the purpose names the invoice and its date and the money came while it was valid
 * (a statement imported later changes nothing about that);
 * with either missing or wrong, or after the end, only at the seller's discretion with a reason. `reasons` null: found by hand.
 */
export function decideByHand(
  payment: Payment,
  invoice: Pick<OpenInvoice, "status" | "total" | "paid" | "issuedOn" | "validUntil">,
  reasons: readonly ReasonCode[] | null,
): HandDecision {
  const rest = payment.amount - payment.allocated;
  const due = invoice.total - invoice.paid;
  if (rest <= 0n) return { way: "none", why: "nothing-left" };
  if (invoice.status === "cancelled" || invoice.status === "replaced") return { way: "none", why: invoice.status };
  if (invoice.status === "paid" || due <= 0n) return { way: "none", why: "paid" };
  const amount = rest < due ? rest : due;
  const after = { amount, dueAfter: due - amount, restAfter: rest - amount };
  if (payment.creditDate > invoice.validUntil) return { way: "discretion", why: "expired", ...after };
  if (payment.creditDate < invoice.issuedOn) return { way: "discretion", why: "early", ...after };
  const named = reasons?.includes("number") && reasons.includes("date");
  return named ? { way: "allocate", why: "named", ...after } : { way: "discretion", why: "not-named", ...after };
}
