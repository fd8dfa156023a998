import { readFileSync } from "node:fs";
import { asDay } from "#/lib/calendar/day.ts";
import type { ActFrozen, EditionRef, InvoiceFrozen } from "#/lib/contract/frozen.ts";
import type { Edition } from "#/lib/editions/edition.ts";
import { editionSha256 } from "#/lib/editions/hash.ts";
import { parseEdition } from "#/lib/editions/parse-markdown.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import type { Individual, LegalEntity, SoleProprietor } from "#/lib/requisites/requisites.ts";
import type { ActFacts } from "../act/model.ts";
import type { InvoiceFacts } from "../invoice/model.ts";

/** Invented customers and the real first editions: what the tests of papers draw. */
export function seedEdition(slug: string): Edition {
  const parsed = parseEdition(readFileSync(`db/seed/documents/${slug}.ru.md`, "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

export const offer = seedEdition("license-bitrix24-market");
if (!offer.seller) throw new Error("the offer has no seller");
export const seller = offer.seller;

const ref = (edition: Edition): EditionRef => ({
  id: edition.slug,
  slug: edition.slug,
  number: edition.number,
  sha256: editionSha256(edition.text, edition.prices),
  orderNumber: edition.orderNumber,
  orderDate: edition.orderDate,
});

const contact = { phone: "+375172000001", resident: true } as const;

export const legalEntity: LegalEntity = {
  ...contact,
  kind: "legalEntity",
  fullName: "Общество с дополнительной ответственностью «Ромашка и партнёры»",
  shortName: "ОДО «Ромашка и партнёры»",
  unp: "190000018",
  legalAddress: "220030, г. Минск, пр-т Независимости, д. 11, корп. 2, пом. 305",
  postalAddress: "220050, г. Минск, а/я 25",
  email: "buh@romashka.example",
  iban: "BY68PJCB30120000000000000002",
  bic: "PJCBBY2X",
  bankName: "ОАО «Приорбанк»",
  signatoryName: "Ромашкина Анна Петровна",
  signatoryPosition: "Генеральный директор",
  authorityBasis: "доверенности № 5 от 01.02.2026",
  gln: null,
};

export const soleProprietor: SoleProprietor = {
  ...contact,
  kind: "soleProprietor",
  fullName: "Васильков Пётр Ильич",
  unp: "290000014",
  registration: {
    number: "290000014",
    date: asDay("2019-03-04"),
    authority: "администрация Ленинского района г. Бреста",
  },
  address: "224005, г. Брест, ул. Советская, д. 1",
  postalAddress: "224005, г. Брест, ул. Советская, д. 1",
  email: "vasilkov@example.by",
  iban: null,
  bic: null,
  bankName: null,
  authorityBasis: "свидетельства о государственной регистрации № 290000014 от 04.03.2019",
  gln: null,
};

export const individual: Individual = {
  ...contact,
  kind: "individual",
  fullName: "Незабудкина Ольга",
  unp: null,
  iban: null,
  postalAddress: "230023, г. Гродно, ул. Ожешко, д. 22, кв. 5",
  email: "olga@example.by",
};

export const noVat: VatMode = { kind: "none", basis: "пример основания" };
export const vat20: VatMode = { kind: "included", rate: 20 };

const line = { product: "market-plus", portal: "romashka.bitrix24.by", months: 12, amount: "48000" };

export function invoiceFacts(change: Partial<InvoiceFrozen> = {}): InvoiceFacts {
  return {
    number: "26-000145-7",
    issuedOn: asDay("2026-04-15"),
    validUntil: asDay("2026-04-24"),
    frozen: {
      seller,
      buyer: legalEntity,
      lines: [line],
      vat: noVat,
      offer: ref(offer),
      priceList: ref(seedEdition("price-list")),
      validityWorkingDays: 5,
      activationWorkingDays: 15,
      paymentCode: null,
      paymentOrder: "22",
      ...change,
    },
  };
}

export function actFacts(change: Partial<ActFrozen> = {}, channel: ActFacts["channel"] = "edi"): ActFacts {
  const active = { activeFrom: asDay("2026-04-17"), activeTo: asDay("2027-04-16"), activatedOn: asDay("2026-04-17") };
  return {
    number: "26-000102-1",
    issuedOn: asDay("2026-04-17"),
    channel,
    frozen: {
      seller,
      buyer: legalEntity,
      lines: [{ ...line, ...active }],
      vat: noVat,
      offer: ref(offer),
      invoice: { number: "26-000145-7", issuedOn: asDay("2026-04-15") },
      acceptedOn: asDay("2026-04-16"),
      answerCalendarDays: 3,
      deemedWorkingDays: 5,
      replaces: null,
      ...change,
    },
  };
}
