import { readFileSync } from "node:fs";
import { asDay } from "#/lib/calendar/day.ts";
import type { ActFrozen, EditionRef, InvoiceFrozen } from "#/lib/contract/frozen.ts";
import type { Edition } from "#/lib/editions/edition.ts";
import { editionSha256 } from "#/lib/editions/hash.ts";
import { parseEdition } from "#/lib/editions/parse-markdown.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import type { ActFacts } from "../act/model.ts";
import type { InvoiceFacts } from "../invoice/model.ts";
import { legalEntity } from "../preview/parties.ts";

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

export { individual, legalEntity, soleProprietor } from "../preview/parties.ts";

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
