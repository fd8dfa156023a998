import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ActFrozen } from "#/lib/contract/frozen.ts";
import { formatMoney, sum } from "#/lib/money/kopecks.ts";
import { offerNameGenitive } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { buyerSignature, type Channel, type Signature } from "../shared/signature.ts";
import { sharedWords } from "../shared/words.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const REFUSAL_LETTER_TEMPLATE_VERSION = "refusal-letter/1";

export type RefusalLetterModel = {
  sheet: Sheet;
  title: string;
  subtitle: string;
  date: string;
  to: PartyBlock;
  from: PartyBlock;
  opening: string;
  facts: [name: string, value: string][];
  reasonTitle: string;
  reason: string[];
  closing: string[];
  signature: Signature;
};

export type RefusalLetterFacts = {
  number: string;
  issuedOn: Day;
  channel: Channel;
  refusedOn: Day;
  refusalReason: string;
  frozen: ActFrozen;
};

/** The motivated refusal of an act (3.6, 3.7) as the customer's own letter to the seller, in the words that were given. */
export function refusalLetterModel(facts: RefusalLetterFacts): RefusalLetterModel {
  const { number, issuedOn, channel, refusedOn, refusalReason, frozen } = facts;
  const { seller, buyer, offer, invoice, lines, language = "ru" } = frozen;
  const shared = sharedWords(language);
  const words: typeof ru = { ru, be }[language];
  const { tight } = shared;
  const total = sum(lines.map(({ amount }) => BigInt(amount)));
  const title = tight(words.title(number));
  return {
    sheet: sheet(title, refusedOn, seller, language),
    title,
    subtitle: tight(words.subtitle(channel === "edi" ? "3.6" : "3.7")),
    date: shared.longDay(refusedOn),
    to: sellerBlock(shared, seller, words.to, "brief"),
    from: buyerBlock(shared, buyer, words.from, "brief"),
    opening: tight(
      words.opening(number, formatDay(issuedOn), offerNameGenitive(shared, offer), shared.edition(offer.number)),
    ),
    facts: [
      [words.facts.act, tight(shared.numbered(number, formatDay(issuedOn)))],
      [words.facts.invoice, tight(shared.numbered(invoice.number, formatDay(invoice.issuedOn)))],
      [words.facts.portals, lines.map(({ portal }) => portal).join(", ")],
      [words.facts.sum, `${formatMoney(total)} (${shared.amount(total)})`],
      [words.facts.refused, formatDay(refusedOn)],
    ],
    reasonTitle: words.reasonTitle,
    reason: refusalReason
      .split(/\n+/)
      .map((line) => tight(line.trim()))
      .filter(Boolean),
    closing: [words.asks, tight(words.stops)],
    signature: buyerSignature(shared, buyer, channel),
  };
}
