import type { Day } from "#/lib/calendar/day.ts";
import type { EditionRef } from "#/lib/contract/frozen.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";

/**
 * One operation between the sides: money that came, or an act of what was given. Sums are kopecks as text; the number of a payment is
 * its payer's own.
 */
export type Operation = { kind: "payment" | "act"; number: string; dated: Day; on: Day; amount: string };

/** What an акт сверки was drawn up from, kept for ever. */
export type ReconciliationFrozen = {
  seller: SellerRequisites;
  buyer: Requisites;
  offer: EditionRef | null;
  from: Day;
  to: Day;
  /** Everything up to the end of the period, in the order in which it happened; what lies before it makes the opening balance. */
  operations: Operation[];
  /** Acts that the customer refused and nobody has corrected: named, not counted. */
  refused: { number: string; issuedOn: Day; amount: string }[];
};
