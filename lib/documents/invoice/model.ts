import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { FrozenDiscount, InvoiceFrozen } from "#/lib/contract/frozen.ts";
import { formatMoney, toDecimal } from "#/lib/money/kopecks.ts";
import { amountInWords } from "#/lib/money/words.ts";
import { percent } from "#/lib/price-list/discount.ts";
import { type Ledger, ledger, type Sums, vatNote } from "../shared/lines.ts";
import { offerName, offerUrl } from "../shared/offer.ts";
import { buyerBlock, iban, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { CERTIFICATE, months, tight, workingDays, workingDaysGenitive } from "../shared/words.ts";
import { paymentPurpose } from "./purpose.ts";

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

/** The paper of an issued invoice (3.1 to 3.5), from what was frozen at issue and nothing else. */
export function invoiceModel({ number, issuedOn, validUntil, frozen }: InvoiceFacts): InvoiceModel {
  const { seller, buyer, offer, priceList, vat } = frozen;
  const lines = frozen.lines.map((line) => ({
    name: { main: `${CERTIFICATE}, ${months(line.months)}`, detail: `портал ${line.portal}` },
    amount: BigInt(line.amount),
  }));
  const { table, sums } = ledger("Наименование", lines, vat);
  const title = tight(`Счёт № ${number} от ${formatDay(issuedOn)}`);
  const until = formatDay(validUntil);
  const validity = workingDays(frozen.validityWorkingDays);
  return {
    sheet: sheet(title, issuedOn, seller),
    title,
    validity: tight(`Действителен до ${until} включительно, ${validity} после дня выставления (п. 3.2)`),
    seller: sellerBlock(seller, "Продавец", "full"),
    payer: buyerBlock(buyer, "Плательщик (Пользователь)", "full"),
    basis: [
      ["Основание", tight(`${offerName(offer)}, редакция ${offer.number}`)],
      ["Текст договора", offerUrl(seller, offer)],
      ["Цены", tight(`прейскурант, редакция ${priceList.number}; сумма неизменна до ${until} включительно`)],
      ...(frozen.discount ? ([["Скидка", tight(discountRule(frozen.discount))]] as Pair[]) : []),
    ],
    table,
    totals: totals(frozen, sums),
    words: { name: "Сумма прописью", value: amountInWords(sums.gross, "ru") },
    vatNote: tight(vatNote(vat, sums)),
    order: {
      title: "Для платёжного поручения",
      left: [
        ["Получатель", seller.shortName],
        ["УНП", seller.unp],
        ["Счёт", iban(seller.bank.iban)],
        ["Банк", seller.bank.name],
        ["BIC банка", seller.bank.bic],
      ],
      right: [
        ["Сумма", toDecimal(sums.gross).replace(".", ",")],
        ["Валюта", seller.bank.currency],
        ...hint("Код назначения", frozen.paymentCode),
        ...hint("Очередь", frozen.paymentOrder),
        ["Оплатить до", `${until} включительно`],
      ],
      purposeName: "Назначение платежа",
      purpose: paymentPurpose({ number, issuedOn, orderNumber: offer.orderNumber, vat, vatAmount: sums.vat }),
    },
    notes: notes(frozen),
  };
}

function totals({ vat, discount }: InvoiceFrozen, { net, vat: tax, gross }: Sums): InvoiceModel["totals"] {
  const due = { name: "Всего к оплате", value: formatMoney(gross), strong: true };
  const off = discount
    ? [
        { name: "По прейскуранту", value: formatMoney(BigInt(discount.listTotal)), strong: false },
        {
          name: tight(`Скидка ${percent(discount.basisPoints)} %`),
          value: formatMoney(-BigInt(discount.amount)),
          strong: false,
        },
      ]
    : [];
  if (vat.kind === "none") return [...off, { name: "НДС", value: "не исчисляется", strong: false }, due];
  return [
    ...off,
    { name: "Итого без НДС", value: formatMoney(net), strong: false },
    { name: `НДС ${vat.rate} %`, value: formatMoney(tax), strong: false },
    due,
  ];
}

/** Which rule, and how kopecks were rounded: the rows of the table are already less by it. */
function discountRule({ kind, minQuantity, basisPoints }: FrozenDiscount): string {
  const whose = kind === "partner" ? "по условиям партнёра" : `за заказ от ${minQuantity} сертификатов`;
  return `${percent(basisPoints)} % ${whose}; учтена в каждой цене, округлена до копейки`;
}

const hint = (name: string, value: string | null): Pair[] => (value === null ? [] : [[name, value]]);

function notes({ activationWorkingDays }: InvoiceFrozen): InvoiceModel["notes"] {
  const days = workingDaysGenitive(activationWorkingDays);
  return [
    {
      clause: "п. 3.2",
      text: "Полная оплата в срок действия счёта — акцепт оферты: её день становится датой акцепта.",
    },
    { clause: "п. 1.10", text: "Оплата части суммы акцептом не является: договор по ней не заключается." },
    { clause: "п. 3.4", text: "Номер и дату счёта в назначении платежа нужно указать обязательно." },
    { clause: "п. 3.5", text: `Доступ в Каталог открывается не позднее ${days} после оплаты.` },
  ].map(({ clause, text }) => ({ clause: tight(clause), text: tight(text) }));
}
