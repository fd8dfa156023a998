import { formatDay } from "#/lib/calendar/format.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { formatPhone } from "#/lib/requisites/phone.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import { tight } from "./words.ts";

type Row = [name: string, value: string];
/** One side's requisites: its role, its name, and labelled lines. */
export type PartyBlock = { role: string; name: string; rows: Row[] };

/** `brief` is name, УНП and address (law 57-З art. 10); `full` is also what a payer needs. */
export type Detail = "brief" | "full";

/** BY03 ALFA 3012 …: groups of four that stay on one line. */
export const iban = (account: string): string => formatIban(account).replace(/\s/g, "\u00A0");

export function sellerBlock(seller: SellerRequisites, role: string, detail: Detail): PartyBlock {
  const { bank, emails } = seller;
  const brief = rows([
    ["УНП", seller.unp],
    ["Адрес", seller.legalAddress],
    ["Для писем", seller.postalAddress],
  ]);
  const money = rows([
    ["Счёт", iban(bank.iban)],
    ["Банк", `${bank.name}, ${bank.address}, BIC\u00A0${bank.bic}`],
    ["E-mail", emails.accounting],
  ]);
  return { role, name: seller.name, rows: detail === "full" ? [...brief, ...money] : brief };
}

export function buyerBlock(buyer: Requisites, role: string, detail: Detail): PartyBlock {
  const address = { legalEntity: "legalAddress", soleProprietor: "address", individual: "postalAddress" } as const;
  const seat = (buyer as Record<string, unknown>)[address[buyer.kind]] as string;
  const brief = rows([
    ["УНП", buyer.unp],
    ["Регистрация", registration(buyer)],
    ["Адрес", seat],
    ["Для писем", buyer.postalAddress === seat ? null : buyer.postalAddress],
  ]);
  const money = rows([
    ["Счёт", buyer.iban && iban(buyer.iban)],
    ["Банк", "bankName" in buyer && buyer.bankName ? `${buyer.bankName}, BIC\u00A0${buyer.bic}` : null],
    ["Телефон", formatPhone(buyer.phone)],
    ["E-mail", buyer.email],
  ]);
  return { role, name: fullName(buyer), rows: detail === "full" ? [...brief, ...money] : brief };
}

export const fullName = (buyer: Requisites): string =>
  buyer.kind === "soleProprietor" ? `Индивидуальный предприниматель ${buyer.fullName}` : buyer.fullName;

function registration(buyer: Requisites): string | null {
  if (buyer.kind !== "soleProprietor") return null;
  const { number, date, authority } = buyer.registration;
  return `№ ${number} от ${formatDay(date)}, ${authority}`;
}

/** Rows without a value are left out; spaces that must not break are made hard. */
const rows = (all: [name: string, value: string | null][]): Row[] =>
  all.flatMap(([name, value]) => (value ? [[name, tight(value)] satisfies Row] : []));
