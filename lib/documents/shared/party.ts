import { formatDay } from "#/lib/calendar/format.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { formatPhone } from "#/lib/requisites/phone.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import type { SharedWords } from "./words.ts";

type Row = [name: string, value: string];
/** One side's requisites: its role, its name, and labelled lines. */
export type PartyBlock = { role: string; name: string; rows: Row[] };

/** `brief` is name, УНП and address (law 57-З art. 10); `full` is also what a payer needs. */
export type Detail = "brief" | "full";

/** BY03 ALFA 3012 …: groups of four that stay on one line. */
export const iban = (account: string): string => formatIban(account).replace(/\s/g, "\u00A0");

export function sellerBlock(words: SharedWords, seller: SellerRequisites, role: string, detail: Detail): PartyBlock {
  const { bank, emails } = seller;
  const name = words.party;
  const brief = rows(words, [
    [name.unp, seller.unp],
    [name.address, seller.legalAddress],
    [name.letters, seller.postalAddress],
  ]);
  const money = rows(words, [
    [name.account, iban(bank.iban)],
    [name.bank, `${bank.name}, ${bank.address}, BIC\u00A0${bank.bic}`],
    [name.email, emails.accounting],
  ]);
  return { role, name: seller.name, rows: detail === "full" ? [...brief, ...money] : brief };
}

export function buyerBlock(words: SharedWords, buyer: Requisites, role: string, detail: Detail): PartyBlock {
  const address = { legalEntity: "legalAddress", soleProprietor: "address", individual: "postalAddress" } as const;
  const seat = (buyer as Record<string, unknown>)[address[buyer.kind]] as string;
  const name = words.party;
  const brief = rows(words, [
    [name.unp, buyer.unp],
    [name.registration, registration(words, buyer)],
    [name.address, seat],
    [name.letters, buyer.postalAddress === seat ? null : buyer.postalAddress],
  ]);
  const money = rows(words, [
    [name.account, buyer.iban && iban(buyer.iban)],
    [name.bank, "bankName" in buyer && buyer.bankName ? `${buyer.bankName}, BIC\u00A0${buyer.bic}` : null],
    [name.phone, formatPhone(buyer.phone)],
    [name.email, buyer.email],
  ]);
  return { role, name: fullName(words, buyer), rows: detail === "full" ? [...brief, ...money] : brief };
}

export const fullName = (words: SharedWords, buyer: Requisites): string =>
  buyer.kind === "soleProprietor" ? `${words.soleProprietor} ${buyer.fullName}` : buyer.fullName;

function registration(words: SharedWords, buyer: Requisites): string | null {
  if (buyer.kind !== "soleProprietor") return null;
  const { number, date, authority } = buyer.registration;
  return words.registration(number, formatDay(date), authority);
}

/** Rows without a value are left out; spaces that must not break are made hard. */
const rows = ({ tight }: SharedWords, all: [name: string, value: string | null][]): Row[] =>
  all.flatMap(([name, value]) => (value ? [[name, tight(value)] satisfies Row] : []));
