import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { ActFrozen, EditionRef, InvoiceFrozen } from "#/lib/contract/frozen.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import type { PartyKind, Requisites } from "#/lib/requisites/requisites.ts";
import { type ActFacts, actModel } from "../act/model.ts";
import { deemedProtocolModel } from "../deemed-protocol/model.ts";
import { forceMajeureNoticeModel } from "../force-majeure-notice/model.ts";
import { invoiceModel } from "../invoice/model.ts";
import type { PaperKind, PaperModels } from "../papers.ts";
import { postalRegisterModel } from "../postal-register/model.ts";
import { reconciliationModel } from "../reconciliation/model.ts";
import { refusalLetterModel } from "../refusal-letter/model.ts";
import { individual, legalEntity, soleProprietor } from "./parties.ts";

/** Papers of our own making that are previewed with invented facts; documents of the library are read as they are. */
export const PREVIEWED = [
  "invoice",
  "act",
  "deemed-protocol",
  "refusal-letter",
  "force-majeure-notice",
  "reconciliation",
  "postal-register",
] as const satisfies readonly PaperKind[];
export type PreviewedKind = (typeof PREVIEWED)[number];

export const isPreviewed = (kind: string): kind is PreviewedKind => (PREVIEWED as readonly string[]).includes(kind);

export const PREVIEW_KINDS_OF_BUYER = ["legalEntity", "soleProprietor", "individual"] as const satisfies PartyKind[];
export const PREVIEW_BUYERS: Record<PartyKind, Requisites> = { legalEntity, soleProprietor, individual };
export const PREVIEW_LINES = [1, 6, 30] as const;

export type PreviewFacts = {
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
  "force-majeure-notice": ({ seller, offer, buyer }) =>
    forceMajeureNoticeModel({
      ...{ seller, offer, buyer: PREVIEW_BUYERS[buyer], invoice: INVOICE },
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
  reconciliation: ({ seller, offer, buyer, lines }) =>
    reconciliationModel({
      number: "26-000007-6",
      issuedOn: DAYS.deemed,
      frozen: {
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
  "postal-register": ({ seller, lines }) =>
    postalRegisterModel({
      seller,
      on: DAYS.active,
      letters: Array.from({ length: lines }, (_, at) => ({
        buyer: at % 2 === 0 ? individual : soleProprietor,
        acts: [ACT],
        trackingNumber: at % 3 === 0 ? "PC000000005BY" : null,
      })),
    }),
};

const linesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    product: "market-plus",
    portal: `romashka${at === 0 ? "" : `-${at + 1}`}.bitrix24.by`,
    months: 12,
    amount: String(PRICE),
  }));

const invoiceOf = ({ seller, offer, priceList, vat, buyer, lines }: PreviewFacts): InvoiceFrozen => ({
  ...{ seller, offer, priceList, vat, buyer: PREVIEW_BUYERS[buyer], lines: linesOf(lines) },
  ...{ validityWorkingDays: 5, activationWorkingDays: 15, paymentCode: null, paymentOrder: "22" },
});

function actOf({ seller, offer, vat, buyer, lines, corrected }: PreviewFacts): ActFacts {
  const active = { activeFrom: DAYS.active, activeTo: DAYS.end, activatedOn: DAYS.active };
  const frozen: ActFrozen = {
    ...{ seller, offer, vat, buyer: PREVIEW_BUYERS[buyer], invoice: INVOICE, acceptedOn: DAYS.accepted },
    lines: linesOf(lines).map((line) => ({ ...line, ...active })),
    ...{ answerCalendarDays: 3, deemedWorkingDays: 5 },
    replaces: corrected
      ? { number: "26-000101-3", issuedOn: DAYS.accepted, reason: "в прежнем акте неверно указан портал" }
      : null,
  };
  return { ...ACT, channel: buyer === "individual" ? "post" : "edi", frozen };
}
