import type { Day } from "#/lib/calendar/day.ts";
import { formatDay, formatDayLong } from "#/lib/calendar/format.ts";
import type { ActFrozen } from "#/lib/contract/frozen.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";
import { amountInWords } from "#/lib/money/words.ts";
import { type Ledger, ledger, vatNote } from "../shared/lines.ts";
import { offerNameGenitive } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { placeOf } from "../shared/place.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { buyerSignature, type Channel, type Signature, sellerSignature } from "../shared/signature.ts";
import { CERTIFICATE, calendarDaysGenitive, months, tight, workingDaysGenitive } from "../shared/words.ts";

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

/** The act of 3.5: a primary accounting document with the data of law 57-З art. 10 p. 2, for any kind of customer. */
export function actModel({ number, issuedOn, channel, frozen }: ActFacts): ActModel {
  const { seller, buyer, vat, replaces } = frozen;
  const lines = frozen.lines.map((line) => ({
    name: {
      main: `${CERTIFICATE}, ${months(line.months)}: с ${formatDay(line.activeFrom)} по ${formatDay(line.activeTo)}`,
      detail: `портал ${line.portal}, доступ открыт ${formatDay(line.activatedOn)}`,
    },
    amount: BigInt(line.amount),
  }));
  const { table, sums } = ledger("Содержание операции", lines, vat);
  const title = tight(`Акт № ${number} от ${formatDay(issuedOn)}`);
  return {
    sheet: sheet(title, issuedOn, seller),
    title,
    subtitle: "о предоставлении доступа в Каталог и права использования Продуктов",
    place: tight(placeOf(seller.legalAddress)),
    date: formatDayLong(issuedOn, "ru"),
    replaces: replaces
      ? tight(
          `Составлен взамен акта № ${replaces.number} от ${formatDay(replaces.issuedOn)}. Причина: ${replaces.reason}`,
        )
      : "",
    seller: sellerBlock(seller, "Продавец", "brief"),
    party: buyerBlock(buyer, "Пользователь", "brief"),
    before: grounds(frozen).map(tight),
    table: {
      ...table,
      total: [
        "",
        "Всего",
        `${lines.length} шт.`,
        "",
        "",
        vat.kind === "none" ? "—" : formatAmount(sums.vat),
        formatAmount(sums.gross),
      ],
    },
    words: { name: "Стоимость прописью", value: amountInWords(sums.gross, "ru") },
    vatNote: tight(vatNote(vat, sums)),
    after: answers(frozen, channel).map(tight),
    signatures: { seller: sellerSignature(seller, channel), party: buyerSignature(buyer, channel) },
  };
}

/** Content and ground of the operation (art. 10): who gave what to whom, under which contract and payment. */
function grounds({ offer, invoice, acceptedOn }: ActFrozen): string[] {
  const bill = `счёта № ${invoice.number} от ${formatDay(invoice.issuedOn)}`;
  return [
    `Акт составлен Продавцом на основании ${offerNameGenitive(offer)} (редакция ${offer.number}, далее — Договор), заключённого ` +
      `акцептом оферты ${formatDay(acceptedOn)} — в день полной оплаты ${bill} (пункты 1.10, 3.2 и 6.1 Договора).`,
    "Продавец предоставил, а Пользователь принял доступ в Каталог 1С-Битрикс24.Маркет Плюс и право использования Продуктов на " +
      "период Подписки: функция «Подписка на Маркет» включена в разделе «Мой тариф» Битрикс24 Пользователя (пункт 3.5 Договора).",
  ];
}

function answers({ seller, answerCalendarDays, deemedWorkingDays }: ActFrozen, channel: Channel): string[] {
  const answer = calendarDaysGenitive(answerCalendarDays);
  const ways = {
    edi:
      "возвращает через сервис «ЭДиН» подписанный экземпляр либо мотивированный отказ от подписания (пункт 3.6 Договора). " +
      "Акт составлен в форме электронного документа.",
    post:
      `подписывает его и отправляет на адрес ${seller.postalAddress} либо присылает мотивированный отказ от подписания на ` +
      `${seller.emails.legal} (пункт 3.7 Договора). Акт составлен в двух экземплярах, по одному для каждой Стороны.`,
  };
  return [
    `В течение ${answer} со дня получения Акта Пользователь ${ways[channel]}`,
    `Если в течение ${workingDaysGenitive(deemedWorkingDays)} со дня направления Акта подписанный Пользователем экземпляр не ` +
      "получен, обязательства Продавца считаются исполненными надлежащим образом без претензий Пользователя (пункт 3.8 Договора).",
  ];
}
