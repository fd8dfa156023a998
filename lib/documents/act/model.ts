import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ActFrozen } from "#/lib/contract/frozen.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";
import { type Ledger, ledger, vatNote } from "../shared/lines.ts";
import { offerNameGenitive } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { placeOf } from "../shared/place.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { buyerSignature, type Channel, type Signature, sellerSignature } from "../shared/signature.ts";
import { type SharedWords, sharedWords } from "../shared/words.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const ACT_TEMPLATE_VERSION = "act/2";

export type ActModel = {
  sheet: Sheet;
  title: string;
  subtitle: string;
  place: string;
  date: string;
  replaces: string;
  seller: PartyBlock;
  party: PartyBlock;
  before: string[];
  table: Ledger & { total: string[] };
  words: { name: string; value: string };
  vatNote: string;
  after: string[];
  signatures: { seller: Signature; party: Signature };
};

export type ActFacts = { number: string; issuedOn: Day; channel: Channel; frozen: ActFrozen };

type Words = typeof ru;

/** The act of 3.5: a primary accounting document with the data of law 57-З art. 10 p. 2, for any kind of customer. */
export function actModel({ number, issuedOn, channel, frozen }: ActFacts): ActModel {
  const { seller, buyer, vat, replaces, language = "ru" } = frozen;
  const shared = sharedWords(language);
  const words: Words = { ru, be }[language];
  const { tight } = shared;
  const lines = frozen.lines.map((line) => ({
    name: {
      main: `${shared.certificate}, ${shared.months(line.months)}: ${words.period(formatDay(line.activeFrom), formatDay(line.activeTo))}`,
      detail: words.opened(shared.portal(line.portal), formatDay(line.activatedOn)),
    },
    amount: BigInt(line.amount),
  }));
  const { table, sums } = ledger(shared, words.item, lines, vat);
  const title = tight(words.title(number, formatDay(issuedOn)));
  const tax = vat.kind === "none" ? "—" : formatAmount(sums.vat);
  return {
    sheet: sheet(title, issuedOn, seller, language),
    title,
    subtitle: words.subtitle,
    place: tight(placeOf(seller.legalAddress)),
    date: shared.longDay(issuedOn),
    replaces: replaces ? tight(words.replaces(replaces.number, formatDay(replaces.issuedOn), replaces.reason)) : "",
    seller: sellerBlock(shared, seller, shared.seller, "brief"),
    party: buyerBlock(shared, buyer, shared.user, "brief"),
    before: grounds(words, shared, frozen).map(tight),
    table: { ...table, total: ["", words.total, shared.pieces(lines.length), "", "", tax, formatAmount(sums.gross)] },
    words: { name: words.inWords, value: shared.amount(sums.gross) },
    vatNote: tight(vatNote(shared, vat, sums)),
    after: answers(words, shared, frozen, channel).map(tight),
    signatures: {
      seller: sellerSignature(shared, seller, channel),
      party: buyerSignature(shared, buyer, channel),
    },
  };
}

/** Content and ground of the operation (art. 10): who gave what to whom, under which contract and payment. */
const grounds = (words: Words, shared: SharedWords, { offer, invoice, acceptedOn }: ActFrozen): string[] => [
  words.ground(
    offerNameGenitive(shared, offer),
    shared.edition(offer.number),
    formatDay(acceptedOn),
    invoice.number,
    formatDay(invoice.issuedOn),
  ),
  words.content,
];

function answers(words: Words, shared: SharedWords, frozen: ActFrozen, channel: Channel): string[] {
  const { seller, answerCalendarDays, deemedWorkingDays } = frozen;
  const days = shared.calendarDaysGenitive(answerCalendarDays);
  return [
    words.answer[channel](days, seller.postalAddress, seller.emails.legal),
    words.silence(shared.workingDaysGenitive(deemedWorkingDays)),
  ];
}
