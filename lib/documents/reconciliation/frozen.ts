import type { Day } from "#/lib/calendar/day.ts";
import type { EditionRef, FrozenLanguage } from "#/lib/contract/frozen.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";

/**
 * One operation between the sides: money that came, an act of what was given, or money that went back. Sums are kopecks as text; the
 * number of a payment is its payer's own, that of a refund ours.
 */
export type Operation = { kind: "payment" | "act" | "refund"; number: string; dated: Day; on: Day; amount: string };

/**
 * The agreed act that a later one starts from: its balance is the opening, and what the books hold of its time that it did not, or
 * no longer hold, is named and counted apart.
 */
export type Base = {
  id: string;
  number: string;
  to: Day;
  /** Kopecks as text: above zero the seller owes. */
  closing: string;
  appeared: Operation[];
  vanished: Operation[];
};

/** What an акт сверки was drawn up from, kept for ever. */
export type ReconciliationFrozen = FrozenLanguage & {
  seller: SellerRequisites;
  buyer: Requisites;
  offer: EditionRef | null;
  from: Day;
  to: Day;
  /** Everything up to the end of the period, in the order in which it happened; what lies before it makes the opening balance. */
  operations: Operation[];
  /** Acts that the customer refused and nobody has corrected: named, not counted. */
  refused: { number: string; issuedOn: Day; amount: string }[];
  /** Absent in the first act of a party, and in those drawn up before acts were agreed. */
  base?: Base | null;
};
