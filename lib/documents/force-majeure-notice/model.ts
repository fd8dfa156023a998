import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ForceMajeureKind } from "#/lib/contract/force-majeure.ts";
import type { EditionRef } from "#/lib/contract/frozen.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { translator } from "#/lib/messages/messages.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import { offerNameGenitive } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { buyerSignature, type Signature, sellerSignature } from "../shared/signature.ts";
import { sharedWords } from "../shared/words.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const FORCE_MAJEURE_NOTICE_TEMPLATE_VERSION = "force-majeure-notice/1";

/** 5.3: how long the side has to tell. */
const TELL_WITHIN_CALENDAR_DAYS = 10;

export type ForceMajeureNoticeModel = {
  sheet: Sheet;
  title: string;
  subtitle: string;
  date: string;
  from: PartyBlock;
  to: PartyBlock;
  opening: string;
  facts: [name: string, value: string][];
  descriptionTitle: string;
  description: string[];
  consequences: string[];
  signature: Signature;
};

export type ForceMajeureNoticeFacts = {
  /** That of the contract's invoice; Russian where there was no choice yet. */
  language?: PaperLanguage | undefined;
  seller: SellerRequisites;
  buyer: Requisites;
  offer: EditionRef;
  invoice: { number: string; issuedOn: Day };
  case: {
    kind: ForceMajeureKind;
    from: Day;
    expectedTo: Day;
    declaredBy: "seller" | "customer";
    declaredOn: Day;
    late: boolean;
    description: string;
  };
};

/** The notice of 5.3 about one contract: who cannot perform, since when, for how long as far as one can see. */
export function forceMajeureNoticeModel(facts: ForceMajeureNoticeFacts): ForceMajeureNoticeModel {
  const { seller, buyer, offer, invoice, language = "ru" } = facts;
  const { kind, from, expectedTo, declaredBy, declaredOn, late, description } = facts.case;
  const shared = sharedWords(language);
  const words: typeof ru = { ru, be }[language];
  const { tight } = shared;
  const bySeller = declaredBy === "seller";
  const blocks = (roles: { seller: string; customer: string }, ofSeller: boolean) =>
    ofSeller ? sellerBlock(shared, seller, roles.seller, "brief") : buyerBlock(shared, buyer, roles.customer, "brief");
  const tooLate = late ? tight(words.late(shared.calendarDaysGenitive(TELL_WITHIN_CALENDAR_DAYS))) : "";
  return {
    sheet: sheet(tight(words.about(words.title, invoice.number)), declaredOn, seller, language),
    title: words.title,
    subtitle: tight(words.subtitle),
    date: shared.longDay(declaredOn),
    from: blocks(words.from, bySeller),
    to: blocks(words.to, !bySeller),
    opening: tight(
      words.opening(
        bySeller ? shared.seller : shared.user,
        offerNameGenitive(shared, offer),
        shared.edition(offer.number),
      ),
    ),
    facts: [
      [words.facts.invoice, tight(shared.numbered(invoice.number, formatDay(invoice.issuedOn)))],
      [words.facts.kind, translator(language, "contract")(`forceMajeure.kind.${kind}`)],
      [words.facts.from, formatDay(from)],
      [words.facts.to, tight(words.inclusive(formatDay(expectedTo)))],
      [words.facts.told, `${formatDay(declaredOn)}${tooLate}`],
    ],
    descriptionTitle: words.descriptionTitle,
    description: description
      .split(/\n+/)
      .map((line) => tight(line.trim()))
      .filter(Boolean),
    consequences: words.consequences.map(tight),
    signature: bySeller ? sellerSignature(shared, seller, "post") : buyerSignature(shared, buyer, "post"),
  };
}
