import type { Day } from "#/lib/calendar/day.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";

/** One operation between the sides. Sums are kopecks as text; a number of a bank's document is the payer's own. */
export type Operation =
  | { kind: "payment"; number: string; on: Day; creditedOn: Day; amount: string }
  | { kind: "payment-undone"; number: string; on: Day; creditedOn: Day; amount: string }
  | { kind: "act"; number: string; on: Day; amount: string };

/** What an акт сверки was drawn up from, kept for ever. */
export type ReconciliationFrozen = {
  seller: SellerRequisites;
  buyer: Requisites;
  from: Day;
  to: Day;
  /** Everything up to the end of the period, in the order in which it happened; what lies before it makes the opening balance. */
  operations: Operation[];
};
