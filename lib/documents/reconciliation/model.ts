import type { Day } from "#/lib/calendar/day.ts";
import { formatDay, formatDayLong } from "#/lib/calendar/format.ts";
import { formatAmount, formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { amountInWords } from "#/lib/money/words.ts";
import { offerName } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { placeOf } from "../shared/place.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { buyerSignature, type Signature, sellerSignature } from "../shared/signature.ts";
import { tight } from "../shared/words.ts";
import { turnover } from "./balance.ts";
import type { Operation, ReconciliationFrozen } from "./frozen.ts";

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

export type ReconciliationFacts = { number: string; issuedOn: Day; frozen: ReconciliationFrozen };

/** An акт сверки: every document and payment of the period as the seller's books have them, and what follows, in figures and words. */
export function reconciliationModel({ number, issuedOn, frozen }: ReconciliationFacts): ReconciliationModel {
  const { seller, buyer, offer, from, to, operations, refused, base = null } = frozen;
  const { opening, debit, credit, closing, within } = turnover(operations, from, to, base);
  const agreed = base && base.to < from ? base : null;
  const title = tight(`Акт сверки № ${number} от ${formatDay(issuedOn)}`);
  return {
    sheet: sheet(title, issuedOn, seller),
    title,
    subtitle: tight(`взаимных расчётов за период с ${formatDay(from)} по ${formatDay(to)}`),
    place: tight(placeOf(seller.legalAddress)),
    date: formatDayLong(issuedOn, "ru"),
    seller: sellerBlock(seller, "Продавец", "brief"),
    party: buyerBlock(buyer, "Пользователь", "brief"),
    opening: tight(
      `Стороны сверили расчёты${offer ? `: ${offerName(offer)}` : ""}. Суммы в белорусских рублях. Дебет — предоставленный доступ по ` +
        `актам и возвращённые деньги, кредит — поступившие деньги.${agreed ? ` Сальдо на начало — по согласованному акту сверки № ${agreed.number} на ${formatDay(agreed.to)}.` : ""}`,
    ),
    sides: ["По данным Продавца", "По данным Пользователя"],
    table: {
      head: ["Документ", "Дебет", "Кредит", "Документ", "Дебет", "Кредит"],
      rows: [
        standing(from, opening),
        ...(agreed?.appeared ?? []).map((late) => half(`${named(late)}, учтён после сверки`, ...columns(late))),
        ...(agreed?.vanished ?? []).map((gone) =>
          half(`${named(gone)}, исключён после сверки`, ...minus(columns(gone))),
        ),
        ...within.map((operation) => half(named(operation), ...columns(operation))),
        half("Обороты за период", debit, credit),
      ],
      total: standing(to, closing),
    },
    balance: { title: tight(`На ${formatDay(to)} по данным Продавца`), text: owed(closing) },
    notes: [
      ...refused.map(({ number: act, issuedOn: day, amount }) =>
        tight(
          `Акт № ${act} от ${formatDay(day)} на ${formatMoney(BigInt(amount))} не включён: от его подписания Пользователь отказался.`,
        ),
      ),
      "Если данные расходятся, заполните правую часть и приложите документы.",
    ],
    signatures: { seller: sellerSignature(seller, "post"), party: buyerSignature(buyer, "post") },
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
function standing(on: Day, balance: Kopecks): string[] {
  const name = tight(`Сальдо на ${formatDay(on)}`);
  if (balance === 0n) return [name, "0,00", "0,00", "", "", ""];
  return half(name, balance < 0n ? -balance : 0n, balance > 0n ? balance : 0n);
}
const figure = (value: Kopecks): string => (value === 0n ? "" : formatAmount(value));

type Columns = [debit: Kopecks, credit: Kopecks];
const columns = ({ kind, amount }: Operation): Columns =>
  kind === "payment" ? [0n, BigInt(amount)] : [BigInt(amount), 0n];
const minus = ([debit, credit]: Columns): Columns => [-debit, -credit];

/** «Платёж № 318 от 15.04.2026, зачислен 16.04.2026»: the two days of a payment differ (3.2, 3.4). */
function named({ kind, number, dated, on }: Operation): string {
  if (kind === "act") return tight(`Акт № ${number} от ${formatDay(dated)}`);
  if (kind === "refund") return tight(`Возврат${number && ` № ${number}`} от ${formatDay(dated)}`);
  const credited = on === dated ? "" : `, зачислен ${formatDay(on)}`;
  return tight(`Платёж № ${number} от ${formatDay(dated)}${credited}`);
}

function owed(closing: Kopecks): string {
  if (closing === 0n) return "задолженности между Сторонами нет.";
  const [who, whom] = closing > 0n ? ["Продавца", "Пользователем"] : ["Пользователя", "Продавцом"];
  const sum = closing > 0n ? closing : -closing;
  const advance = closing > 0n ? " (аванс)" : "";
  return tight(`задолженность ${who} перед ${whom}${advance}: ${formatMoney(sum)} (${amountInWords(sum, "ru")}).`);
}
