import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { type ActFrozen, type EditionRef, frozenLanguage, type InvoiceFrozen } from "#/lib/contract/frozen.ts";
import type { Edition } from "#/lib/editions/edition.ts";
import { editionSha256 } from "#/lib/editions/hash.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import { displayName, type PartyKind, type Requisites } from "#/lib/requisites/requisites.ts";
import { type ActFacts, actModel } from "../act/model.ts";
import { chronologyModel } from "../chronology/model.ts";
import { deemedProtocolModel } from "../deemed-protocol/model.ts";
import { editionModel } from "../edition/model.ts";
import { forceMajeureNoticeModel } from "../force-majeure-notice/model.ts";
import { invoiceModel } from "../invoice/model.ts";
import type { PaperKind, PaperModels } from "../papers.ts";
import { postalRegisterModel } from "../postal-register/model.ts";
import { priceListModel } from "../price-list/model.ts";
import { reconciliationModel } from "../reconciliation/model.ts";
import { refusalLetterModel } from "../refusal-letter/model.ts";
import { offerUrl } from "../shared/offer.ts";
import { previewEdition, previewLife } from "./library.ts";
import { individual, legalEntity, soleProprietor } from "./parties.ts";

/** All papers: each is previewed with invented facts. */
export const PREVIEWED = [
  "invoice",
  "act",
  "deemed-protocol",
  "refusal-letter",
  "force-majeure-notice",
  "reconciliation",
  "price-list",
  "edition",
  "postal-register",
  "chronology",
] as const satisfies readonly PaperKind[];
export type PreviewedKind = (typeof PREVIEWED)[number];

export const isPreviewed = (kind: string): kind is PreviewedKind => (PREVIEWED as readonly string[]).includes(kind);

export const PREVIEW_KINDS_OF_BUYER = ["legalEntity", "soleProprietor", "individual"] as const satisfies PartyKind[];
export const PREVIEW_BUYERS: Record<PartyKind, Requisites> = { legalEntity, soleProprietor, individual };
export const PREVIEW_LINES = [1, 6, 30] as const;

export type PreviewFacts = {
  language: PaperLanguage;
  /** The seller and the editions in force: a preview names who really sells. */
  seller: SellerRequisites;
  offer: EditionRef;
  priceList: EditionRef;
  vat: VatMode;
  buyer: PartyKind;
  lines: number;
  /** The act as the correction of an earlier one. */
  corrected: boolean;
};

const DAYS = {
  issued: asDay("2026-04-15"),
  accepted: asDay("2026-04-16"),
  active: asDay("2026-04-17"),
  until: asDay("2026-04-24"),
  deemed: asDay("2026-04-28"),
  end: asDay("2027-04-16"),
};
const INVOICE = { number: "26-000145-7", issuedOn: DAYS.issued };
const ACT = { number: "26-000102-1", issuedOn: DAYS.active };
const PRICE = 48_000;

/** The model of a template about invented customers and sums. */
export function previewModel<Kind extends PreviewedKind>(kind: Kind, facts: PreviewFacts): PaperModels[Kind] {
  return MAKE[kind](facts);
}

const MAKE: { [Kind in PreviewedKind]: (facts: PreviewFacts) => PaperModels[Kind] } = {
  invoice: (facts) => invoiceModel({ ...INVOICE, validUntil: DAYS.until, frozen: invoiceOf(facts) }),
  act: (facts) => actModel(actOf(facts)),
  "deemed-protocol": (facts) =>
    deemedProtocolModel({
      act: { ...actOf(facts), sentOn: DAYS.active, ediDocumentId: null, trackingNumber: null, receivedOn: null },
      counted: addWorkingDays(belarusCalendar, DAYS.active, 5),
      deemedOn: DAYS.deemed,
    }),
  "refusal-letter": (facts) =>
    refusalLetterModel({
      ...actOf(facts),
      refusedOn: DAYS.until,
      refusalReason: "В акте указан портал, который Пользователю не принадлежит.\nДоступ открыт на день позже.",
    }),
  "force-majeure-notice": ({ language, seller, offer, buyer }) =>
    forceMajeureNoticeModel({
      ...{ language, seller, offer, buyer: PREVIEW_BUYERS[buyer], invoice: INVOICE },
      case: {
        kind: "disaster",
        from: DAYS.active,
        expectedTo: DAYS.deemed,
        declaredBy: "seller",
        declaredOn: DAYS.until,
        late: false,
        description: "Наводнение в центре обработки данных: доступ к порталам закрыт до его осушения.",
      },
    }),
  reconciliation: ({ language, seller, offer, buyer, lines }) =>
    reconciliationModel({
      number: "26-000007-6",
      issuedOn: DAYS.deemed,
      frozen: {
        ...frozenLanguage(language),
        ...{ seller, offer, buyer: PREVIEW_BUYERS[buyer], from: DAYS.issued, to: DAYS.until },
        operations: Array.from({ length: lines }, (_, at) => [
          {
            kind: "payment" as const,
            number: String(318 + at),
            dated: DAYS.issued,
            on: DAYS.accepted,
            amount: String(PRICE),
          },
          ...(at % 3 === 2
            ? []
            : [{ kind: "act" as const, ...ACT, dated: DAYS.active, on: DAYS.active, amount: String(PRICE) }]),
        ]).flat(),
        refused: [],
      },
    }),
  "postal-register": ({ language, seller, lines }) =>
    postalRegisterModel({
      ...{ language, seller, on: DAYS.active },
      letters: Array.from({ length: lines }, (_, at) => ({
        buyer: at % 2 === 0 ? individual : soleProprietor,
        acts: [ACT],
        trackingNumber: at % 3 === 0 ? "PC000000005BY" : null,
      })),
    }),
  edition: ({ language, seller, lines }) => editionModel(libraryOf(previewEdition("offer", language, lines), seller)),
  "price-list": ({ language, seller, lines, vat }) =>
    priceListModel({ ...libraryOf(previewEdition("price-list", language, lines), seller), vat }),
  chronology: ({ language, seller, offer, buyer, lines }) =>
    chronologyModel({
      ...{ language, seller, offer, number: INVOICE.number, customer: displayName(PREVIEW_BUYERS[buyer]) },
      contract: { id: "5f4dcc3b-0000-4000-8000-000000000000", placedAt: new Date("2026-04-15T09:12:03Z") },
      offerUrl: `${offerUrl(seller, offer)}/${offer.number}`,
      entries: previewLife(lines),
      seal: { root: "cd".repeat(32), day: DAYS.deemed },
    }),
};

const libraryOf = (edition: Edition, publisher: SellerRequisites) => ({
  ...{ edition, publisher, sha256: editionSha256(edition.text, edition.prices) },
});

const linesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    product: "market-plus",
    portal: `romashka${at === 0 ? "" : `-${at + 1}`}.bitrix24.by`,
    months: 12,
    amount: String(PRICE),
  }));

const invoiceOf = ({ language, seller, offer, priceList, vat, buyer, lines }: PreviewFacts): InvoiceFrozen => ({
  ...frozenLanguage(language),
  ...{ seller, offer, priceList, vat, buyer: PREVIEW_BUYERS[buyer], lines: linesOf(lines) },
  ...{ validityWorkingDays: 5, activationWorkingDays: 15, paymentCode: null, paymentOrder: "22" },
});

function actOf({ language, seller, offer, vat, buyer, lines, corrected }: PreviewFacts): ActFacts {
  const active = { activeFrom: DAYS.active, activeTo: DAYS.end, activatedOn: DAYS.active };
  const frozen: ActFrozen = {
    ...frozenLanguage(language),
    ...{ seller, offer, vat, buyer: PREVIEW_BUYERS[buyer], invoice: INVOICE, acceptedOn: DAYS.accepted },
    lines: linesOf(lines).map((line) => ({ ...line, ...active })),
    ...{ answerCalendarDays: 3, deemedWorkingDays: 5 },
    replaces: corrected
      ? { number: "26-000101-3", issuedOn: DAYS.accepted, reason: "в прежнем акте неверно указан портал" }
      : null,
  };
  return { ...ACT, channel: buyer === "individual" ? "post" : "edi", frozen };
}
