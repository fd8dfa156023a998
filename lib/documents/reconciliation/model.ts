import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { formatAmount, formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { offerName } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { placeOf } from "../shared/place.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { buyerSignature, type Signature, sellerSignature } from "../shared/signature.ts";
import { type SharedWords, sharedWords } from "../shared/words.ts";
import { turnover } from "./balance.ts";
import type { Operation, ReconciliationFrozen } from "./frozen.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const RECONCILIATION_TEMPLATE_VERSION = "reconciliation/2";

export type ReconciliationModel = {
  sheet: Sheet;
  title: string;
  subtitle: string;
  place: string;
  date: string;
  seller: PartyBlock;
  party: PartyBlock;
  opening: string;
  sides: [seller: string, customer: string];
  /** The customer's half is left empty for the customer to fill in where its books differ. */
  table: { head: string[]; rows: string[][]; total: string[] };
  balance: { title: string; text: string };
  notes: string[];
  signatures: { seller: Signature; party: Signature };
};

type Words = typeof ru;

export type ReconciliationFacts = { number: string; issuedOn: Day; frozen: ReconciliationFrozen };

/** An акт сверки: every document and payment of the period as the seller's books have them, and what follows, in figures and words. */
export function reconciliationModel({ number, issuedOn, frozen }: ReconciliationFacts): ReconciliationModel {
  const { seller, buyer, offer, from, to, operations, refused, base = null, language = "ru" } = frozen;
  const shared = sharedWords(language);
  const words: Words = { ru, be }[language];
  const { tight } = shared;
  const { opening, debit, credit, closing, within } = turnover(operations, from, to, base);
  const agreed = base && base.to < from ? base : null;
  const title = tight(words.title(number, formatDay(issuedOn)));
  const standing = (on: Day, balance: Kopecks) => standingOf(tight(words.standing(formatDay(on))), balance);
  return {
    sheet: sheet(title, issuedOn, seller, language),
    title,
    subtitle: tight(words.subtitle(formatDay(from), formatDay(to))),
    place: tight(placeOf(seller.legalAddress)),
    date: shared.longDay(issuedOn),
    seller: sellerBlock(shared, seller, shared.seller, "brief"),
    party: buyerBlock(shared, buyer, shared.user, "brief"),
    opening: tight(
      `${words.opening(offer && offerName(shared, offer))}${agreed ? words.agreed(agreed.number, formatDay(agreed.to)) : ""}`,
    ),
    sides: words.sides,
    table: {
      head: words.head,
      rows: [
        standing(from, opening),
        ...(agreed?.appeared ?? []).map((late) => half(tight(words.appeared(named(words, late))), ...columns(late))),
        ...(agreed?.vanished ?? []).map((gone) =>
          half(tight(words.vanished(named(words, gone))), ...minus(columns(gone))),
        ),
        ...within.map((operation) => half(tight(named(words, operation)), ...columns(operation))),
        half(words.turnover, debit, credit),
      ],
      total: standing(to, closing),
    },
    balance: { title: tight(words.balance(formatDay(to))), text: tight(owed(words, shared, closing)) },
    notes: [
      ...refused.map(({ number: act, issuedOn: day, amount }) =>
        tight(words.refused(words.act(act, formatDay(day)), formatMoney(BigInt(amount)))),
      ),
      words.differs,
    ],
    signatures: { seller: sellerSignature(shared, seller, "post"), party: buyerSignature(shared, buyer, "post") },
  };
}

const half = (name: string, debit: Kopecks, credit: Kopecks): string[] => [
  name,
  figure(debit),
  figure(credit),
  "",
  "",
  "",
];
/** What stands on a day, in the column of whoever it is owed to. */
const standingOf = (name: string, balance: Kopecks): string[] =>
  balance === 0n
    ? [name, "0,00", "0,00", "", "", ""]
    : half(name, balance < 0n ? -balance : 0n, balance > 0n ? balance : 0n);
const figure = (value: Kopecks): string => (value === 0n ? "" : formatAmount(value));

type Columns = [debit: Kopecks, credit: Kopecks];
const columns = ({ kind, amount }: Operation): Columns =>
  kind === "payment" ? [0n, BigInt(amount)] : [BigInt(amount), 0n];
const minus = ([debit, credit]: Columns): Columns => [-debit, -credit];

/** «Платёж № 318 от 15.04.2026, зачислен 16.04.2026»: the two days of a payment differ (3.2, 3.4). */
function named(words: Words, { kind, number, dated, on }: Operation): string {
  if (kind === "act") return words.act(number, formatDay(dated));
  if (kind === "refund") return words.refund(number, formatDay(dated));
  return `${words.payment(number, formatDay(dated))}${on === dated ? "" : words.credited(formatDay(on))}`;
}

function owed(words: Words, shared: SharedWords, closing: Kopecks): string {
  if (closing === 0n) return words.even;
  const sum = closing > 0n ? closing : -closing;
  return words[closing > 0n ? "sellerOwes" : "userOwes"](formatMoney(sum), shared.amount(sum));
}
