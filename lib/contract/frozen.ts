import type { Day } from "#/lib/calendar/day.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import type { Settings } from "./settings.ts";

/** What a document was issued with, kept for ever: nobody's later change reaches an issued paper. Sums are kopecks as text. */
export type FrozenLine = { product: string; portal: string; months: number; amount: string };

export type EditionRef = {
  id: string;
  slug: string;
  number: number;
  sha256: string;
  orderNumber: string | null;
  orderDate: Day | null;
};

export type InvoiceFrozen = {
  seller: SellerRequisites;
  buyer: Requisites;
  lines: FrozenLine[];
  vat: Settings["vat"];
  offer: EditionRef;
  priceList: EditionRef;
  validityWorkingDays: number;
  activationWorkingDays: number;
  paymentCode: string | null;
  paymentOrder: string | null;
};

export type ActFrozen = {
  seller: SellerRequisites;
  buyer: Requisites;
  lines: (FrozenLine & { activeFrom: Day; activeTo: Day; activatedOn: Day })[];
  vat: Settings["vat"];
  offer: EditionRef;
  invoice: { number: string; issuedOn: Day };
  acceptedOn: Day;
  answerCalendarDays: number;
  deemedWorkingDays: number;
  replaces: { number: string; issuedOn: Day; reason: string } | null;
};
