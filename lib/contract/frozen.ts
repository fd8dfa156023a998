import type { Day } from "#/lib/calendar/day.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { DiscountKind } from "#/lib/price-list/discount.ts";
import type { Discount } from "#/lib/price-list/price.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
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

/** The one rule off the price list that the lines' sums are already less by. */
export type FrozenDiscount = {
  ruleId: string;
  kind: DiscountKind;
  minQuantity: number | null;
  basisPoints: number;
  listTotal: string;
  amount: string;
};

export const frozenDiscount = ({
  id,
  kind,
  minQuantity,
  basisPoints,
  listTotal,
  amount,
}: Discount): FrozenDiscount => ({
  ...{ ruleId: id, kind, minQuantity, basisPoints },
  ...{ listTotal: listTotal.toString(), amount: amount.toString() },
});

/** The party's language of papers on the day of issue. Absent where it is Russian: so are all papers from before there was a choice. */
export type FrozenLanguage = { language?: "be" };
export const frozenLanguage = (language: PaperLanguage): FrozenLanguage => (language === "be" ? { language } : {});

export type InvoiceFrozen = FrozenLanguage & {
  seller: SellerRequisites;
  buyer: Requisites;
  lines: FrozenLine[];
  /** Absent where the price list's own prices were taken. */
  discount?: FrozenDiscount;
  vat: Settings["vat"];
  offer: EditionRef;
  priceList: EditionRef;
  validityWorkingDays: number;
  activationWorkingDays: number;
  paymentCode: string | null;
  paymentOrder: string | null;
};

export type ActFrozen = FrozenLanguage & {
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
