import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import type { Ground } from "./refund.ts";

/** Where money goes back to. УНП is null for an individual. */
export type ReturnAccount = { name: string; unp: string | null; iban: string; bic: string };

/** A payment order as it was prepared: frozen, so that what was approved is what is sent. The sum is kopecks in digits. */
export type PaymentOrder = {
  amount: string;
  currency: "BYN";
  payer: { name: string; unp: string; iban: string; bank: string; bic: string };
  beneficiary: ReturnAccount;
  purpose: string;
  /** As the seller's settings name them for every payment order; null: the bank's form does not ask. */
  code: string | null;
  queue: string | null;
};

export type OrderFacts = {
  number: string;
  ground: Ground;
  amount: bigint;
  seller: SellerRequisites;
  beneficiary: ReturnAccount;
  payment: { documentNumber: string; documentDate: Day };
  /** How the seller stood to VAT on the day when the money came. */
  vat: VatMode;
  code: string | null;
  queue: string | null;
};

const LONGEST = 210;
const BECAUSE: Record<Ground, string> = {
  fault: "денежных средств по п. 4.4.2 договора",
  overpayment: "излишне перечисленных денежных средств",
  mistake: "ошибочно перечисленных денежных средств",
  late: "денежных средств, поступивших после срока счета",
};

/** The fields of the bank's form. The purpose is one line of plain glyphs, at most 210 of them, with the refund's number first. */
export function paymentOrder(facts: OrderFacts): PaymentOrder {
  const { number, ground, amount, seller, beneficiary, payment, vat, code, queue } = facts;
  const { name: bank, bic, iban } = seller.bank;
  const purpose = `Возврат ${number} ${BECAUSE[ground]} по платежному поручению ${payment.documentNumber} от ${formatDay(payment.documentDate)}${vat.kind === "none" ? ". Без НДС" : ""}`;
  return {
    amount: amount.toString(),
    currency: "BYN",
    payer: { name: seller.shortName, unp: seller.unp, iban, bank, bic },
    beneficiary,
    purpose: purpose.slice(0, LONGEST),
    ...{ code, queue },
  };
}
