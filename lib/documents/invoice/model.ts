import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { FrozenDiscount, InvoiceFrozen } from "#/lib/contract/frozen.ts";
import { formatMoney, toDecimal } from "#/lib/money/kopecks.ts";
import { percent } from "#/lib/price-list/discount.ts";
import { type Ledger, ledger, type Sums, vatNote } from "../shared/lines.ts";
import { offerName, offerUrl } from "../shared/offer.ts";
import { buyerBlock, iban, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { type SharedWords, sharedWords } from "../shared/words.ts";
import { paymentPurpose } from "./purpose.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const INVOICE_TEMPLATE_VERSION = "invoice/2";

type Pair = [name: string, value: string];

export type InvoiceModel = {
  sheet: Sheet;
  title: string;
  validity: string;
  seller: PartyBlock;
  payer: PartyBlock;
  basis: Pair[];
  table: Ledger;
  totals: { name: string; value: string; strong: boolean }[];
  words: { name: string; value: string };
  vatNote: string;
  order: { title: string; left: Pair[]; right: Pair[]; purposeName: string; purpose: string };
  notes: { clause: string; text: string }[];
};

export type InvoiceFacts = { number: string; issuedOn: Day; validUntil: Day; frozen: InvoiceFrozen };

type Words = typeof ru;

/** The paper of an issued invoice (3.1 to 3.5), from what was frozen at issue and nothing else. */
export function invoiceModel({ number, issuedOn, validUntil, frozen }: InvoiceFacts): InvoiceModel {
  const { seller, buyer, offer, priceList, vat, language = "ru" } = frozen;
  const shared = sharedWords(language);
  const words: Words = { ru, be }[language];
  const { tight } = shared;
  const lines = frozen.lines.map((line) => ({
    name: { main: `${shared.certificate}, ${shared.months(line.months)}`, detail: shared.portal(line.portal) },
    amount: BigInt(line.amount),
  }));
  const { table, sums } = ledger(shared, words.item, lines, vat);
  const title = tight(words.title(number, formatDay(issuedOn)));
  const until = formatDay(validUntil);
  const { order } = words;
  return {
    sheet: sheet(title, issuedOn, seller, language),
    title,
    validity: tight(words.validity(until, shared.workingDays(frozen.validityWorkingDays))),
    seller: sellerBlock(shared, seller, shared.seller, "full"),
    payer: buyerBlock(shared, buyer, words.payer, "full"),
    basis: [
      [words.basis, tight(`${offerName(shared, offer)}, ${shared.edition(offer.number)}`)],
      [words.text, offerUrl(seller, offer)],
      [words.prices, tight(words.pricesFrom(shared.edition(priceList.number), until))],
      ...(frozen.discount ? ([[words.discount, tight(discountRule(words, frozen.discount))]] as Pair[]) : []),
    ],
    table,
    totals: totals(words, shared, frozen, sums),
    words: { name: words.inWords, value: shared.amount(sums.gross) },
    vatNote: tight(vatNote(shared, vat, sums)),
    order: {
      title: order.title,
      left: [
        [order.recipient, seller.shortName],
        [order.unp, seller.unp],
        [order.account, iban(seller.bank.iban)],
        [order.bank, seller.bank.name],
        [order.bic, seller.bank.bic],
      ],
      right: [
        [order.sum, toDecimal(sums.gross).replace(".", ",")],
        [order.currency, seller.bank.currency],
        ...hint(order.code, frozen.paymentCode),
        ...hint(order.priority, frozen.paymentOrder),
        [order.payBy, words.inclusive(until)],
      ],
      purposeName: order.purpose,
      purpose: paymentPurpose({ number, issuedOn, orderNumber: offer.orderNumber, vat, vatAmount: sums.vat, language }),
    },
    notes: words
      .notes(shared.workingDaysGenitive(frozen.activationWorkingDays))
      .map(({ clause, text }) => ({ clause: tight(clause), text: tight(text) })),
  };
}

function totals(
  words: Words,
  { tight }: SharedWords,
  { vat, discount }: InvoiceFrozen,
  { net, vat: tax, gross }: Sums,
): InvoiceModel["totals"] {
  const row = (name: string, value: string) => ({ name, value, strong: false });
  const due = { name: words.totals.due, value: formatMoney(gross), strong: true };
  const off = discount
    ? [
        row(words.totals.list, formatMoney(BigInt(discount.listTotal))),
        row(tight(words.discountOf(percent(discount.basisPoints))), formatMoney(-BigInt(discount.amount))),
      ]
    : [];
  if (vat.kind === "none") return [...off, row(words.totals.vat, words.totals.noVat), due];
  return [...off, row(words.totals.net, formatMoney(net)), row(words.vatOf(vat.rate), formatMoney(tax)), due];
}

/** Which rule, and how kopecks were rounded: the rows of the table are already less by it. */
const discountRule = (words: Words, { kind, minQuantity, basisPoints }: FrozenDiscount): string =>
  words.discountRule(percent(basisPoints), kind === "partner" ? null : minQuantity);

const hint = (name: string, value: string | null): Pair[] => (value === null ? [] : [[name, value]]);
