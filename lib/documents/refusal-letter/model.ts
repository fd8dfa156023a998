import type { Day } from "#/lib/calendar/day.ts";
import { formatDay, formatDayLong } from "#/lib/calendar/format.ts";
import type { ActFrozen } from "#/lib/contract/frozen.ts";
import { formatMoney, sum } from "#/lib/money/kopecks.ts";
import { amountInWords } from "#/lib/money/words.ts";
import { offerNameGenitive } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { buyerSignature, type Channel, type Signature } from "../shared/signature.ts";
import { tight } from "../shared/words.ts";

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
  const { seller, buyer, offer, invoice, lines } = frozen;
  const total = sum(lines.map(({ amount }) => BigInt(amount)));
  const clause = channel === "edi" ? "3.6" : "3.7";
  const title = tight(`Отказ от подписания акта № ${number}`);
  return {
    sheet: sheet(title, refusedOn, seller),
    title,
    subtitle: tight(`мотивированный, по пункту ${clause} договора`),
    date: formatDayLong(refusedOn, "ru"),
    to: sellerBlock(seller, "Кому: Продавец", "brief"),
    from: buyerBlock(buyer, "От кого: Пользователь", "brief"),
    opening: tight(
      `Пользователь отказывается подписать акт № ${number} от ${formatDay(issuedOn)}, составленный Продавцом на основании ` +
        `${offerNameGenitive(offer)} (редакция ${offer.number}).`,
    ),
    facts: [
      ["Акт", tight(`№ ${number} от ${formatDay(issuedOn)}`)],
      ["Счёт", tight(`№ ${invoice.number} от ${formatDay(invoice.issuedOn)}`)],
      ["Порталы", lines.map(({ portal }) => portal).join(", ")],
      ["Сумма акта", `${formatMoney(total)} (${amountInWords(total, "ru")})`],
      ["Отказ направлен", formatDay(refusedOn)],
    ],
    reasonTitle: "Причина отказа",
    reason: refusalReason
      .split(/\n+/)
      .map((line) => tight(line.trim()))
      .filter(Boolean),
    closing: [
      "Пользователь просит устранить причину отказа и прислать исправленный акт либо ответить на отказ.",
      tight(
        "С этого дня сроки ответа на акт по пунктам 3.6 и 3.7 и признания обязательств исполненными по пункту 3.8 договора для " +
          "этого акта не идут.",
      ),
    ],
    signature: buyerSignature(buyer, channel),
  };
}
