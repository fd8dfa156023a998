import type { Counted } from "#/lib/calendar/count.ts";
import { addDays, type Day, weekdayOf } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ActFrozen } from "#/lib/contract/frozen.ts";
import { offerName } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { placeOf } from "../shared/place.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { type Channel, type Signature, sellerSignature } from "../shared/signature.ts";
import { type SharedWords, sharedWords } from "../shared/words.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const DEEMED_PROTOCOL_TEMPLATE_VERSION = "deemed-protocol/2";

export type DeemedProtocolModel = {
  sheet: Sheet;
  title: string;
  subtitle: string;
  place: string;
  date: string;
  seller: PartyBlock;
  party: PartyBlock;
  factsTitle: string;
  facts: [name: string, value: string][];
  countTitle: string;
  rule: string;
  days: { head: string[]; rows: [day: string, weekday: string, why: string, at: string][] };
  conclusionTitle: string;
  conclusion: string[];
  signature: Signature;
};

export type DeemedProtocolFacts = {
  act: {
    number: string;
    issuedOn: Day;
    channel: Channel;
    sentOn: Day;
    ediDocumentId: string | null;
    trackingNumber: string | null;
    receivedOn: Day | null;
    frozen: ActFrozen;
  };
  /** The term of 3.8 as it was counted: `addWorkingDays(calendar, sentOn, deemedWorkingDays)`. */
  counted: Counted;
  /** The day on which the silence was established: after the last day of the term. */
  deemedOn: Day;
};

type Words = typeof ru;

/** The protocol of 3.8: how the act went out, how the days were counted, what follows from the silence. */
export function deemedProtocolModel({ act, counted, deemedOn }: DeemedProtocolFacts): DeemedProtocolModel {
  const { seller, buyer, offer, invoice, deemedWorkingDays, language = "ru" } = act.frozen;
  const shared = sharedWords(language);
  const words: Words = { ru, be }[language];
  const { tight } = shared;
  const { facts } = words;
  const title = tight(words.title(act.number));
  const expired = formatDay(counted.date);
  const numbered = (paper: { number: string; issuedOn: Day }) =>
    shared.numbered(paper.number, formatDay(paper.issuedOn));
  return {
    sheet: sheet(title, deemedOn, seller, language),
    title,
    subtitle: words.subtitle,
    place: tight(placeOf(seller.legalAddress)),
    date: shared.longDay(deemedOn),
    seller: sellerBlock(shared, seller, shared.seller, "brief"),
    party: buyerBlock(shared, buyer, shared.user, "brief"),
    factsTitle: facts.title,
    facts: (
      [
        [facts.contract, `${offerName(shared, offer)}, ${shared.edition(offer.number)}`],
        [facts.invoice, numbered(invoice)],
        [facts.act, numbered(act)],
        [facts.sent, `${formatDay(act.sentOn)}, ${channel(words, act)}`],
        [facts.received, act.receivedOn === null ? facts.unknown : formatDay(act.receivedOn)],
        [facts.signed, words.didNotCome(expired)],
        [facts.refusal, words.didNotCome(expired)],
      ] satisfies [string, string][]
    ).map(([name, value]) => [name, tight(value)]),
    countTitle: words.countTitle,
    rule: tight(words.rule(shared.workingDays(deemedWorkingDays))),
    days: { head: words.head, rows: days(words, shared, counted) },
    conclusionTitle: words.conclusionTitle,
    conclusion: words
      .conclusion(shared.workingDaysGenitive(deemedWorkingDays), expired, formatDay(addDays(counted.date, 1)))
      .map(tight),
    signature: sellerSignature(shared, seller, "post"),
  };
}

function channel(words: Words, { channel: by, ediDocumentId, trackingNumber }: DeemedProtocolFacts["act"]): string {
  if (by === "edi") return `${words.byEdi}${ediDocumentId === null ? "" : words.ediDocument(ediDocumentId)}`;
  return `${words.byPost}${trackingNumber === null ? "" : words.tracking(trackingNumber)}`;
}

function days(words: Words, shared: SharedWords, { counted, skipped }: Counted): DeemedProtocolModel["days"]["rows"] {
  const taken = counted.map((day, at) => ({ day, why: worked(words, day), at: String(at + 1) }));
  const passed = skipped.map(({ date, reason }) => ({
    ...{ day: date, why: words.doesNotCount(shared.dayReason(reason)), at: "—" },
  }));
  return [...taken, ...passed]
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, why, at }) => [formatDay(day), shared.weekday(day), shared.tight(why), at]);
}

/** A Saturday counts only by a resolution of the government. */
const worked = (words: Words, day: Day): string => (weekdayOf(day) % 6 === 0 ? words.countsByTransfer : words.counts);
