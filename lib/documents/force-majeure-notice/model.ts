import type { Day } from "#/lib/calendar/day.ts";
import { formatDay, formatDayLong } from "#/lib/calendar/format.ts";
import type { ForceMajeureKind } from "#/lib/contract/force-majeure.ts";
import type { EditionRef } from "#/lib/contract/frozen.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { translator } from "#/lib/messages/messages.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import { offerNameGenitive } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { buyerSignature, type Signature, sellerSignature } from "../shared/signature.ts";
import { calendarDaysGenitive, tight } from "../shared/words.ts";

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
  const { seller, buyer, offer, invoice } = facts;
  const { kind, from, expectedTo, declaredBy, declaredOn, late, description } = facts.case;
  const bySeller = declaredBy === "seller";
  const sellers = (role: string) => sellerBlock(seller, role, "brief");
  const buyers = (role: string) => buyerBlock(buyer, role, "brief");
  const title = "Уведомление о форс-мажоре";
  return {
    sheet: sheet(tight(`${title} по счёту № ${invoice.number}`), declaredOn, seller),
    title,
    subtitle: tight("по пункту 5.3 договора"),
    date: formatDayLong(declaredOn, "ru"),
    from: bySeller ? sellers("От кого: Продавец") : buyers("От кого: Пользователь"),
    to: bySeller ? buyers("Кому: Пользователь") : sellers("Кому: Продавец"),
    opening: tight(
      `${bySeller ? "Продавец" : "Пользователь"} уведомляет, что из-за обстоятельства, указанного ниже, для него стало невозможным ` +
        `исполнение обязательств из ${offerNameGenitive(offer)} (редакция ${offer.number}).`,
    ),
    facts: [
      ["Счёт по договору", tight(`№ ${invoice.number} от ${formatDay(invoice.issuedOn)}`)],
      ["Обстоятельство", translator("ru", "contract")(`forceMajeure.kind.${kind}`)],
      ["Наступило", formatDay(from)],
      ["Ожидается до", tight(`${formatDay(expectedTo)} включительно`)],
      ["Уведомление дано", `${formatDay(declaredOn)}${late ? `, ${LATE}` : ""}`],
    ],
    descriptionTitle: "Что произошло",
    description: description
      .split(/\n+/)
      .map((line) => tight(line.trim()))
      .filter(Boolean),
    consequences: [
      "Сроки исполнения, на которые обстоятельство непосредственно повлияло, отодвигаются на время его действия (пункт 5.2 договора).",
      "О прекращении обстоятельства сторона уведомит отдельно (пункт 5.3 договора).",
      "Если обстоятельство продлится более 6 месяцев, любая сторона вправе отказаться от договора (пункт 5.4 договора).",
    ].map(tight),
    signature: bySeller ? sellerSignature(seller, "post") : buyerSignature(buyer, "post"),
  };
}

const LATE = tight(`позднее ${calendarDaysGenitive(TELL_WITHIN_CALENDAR_DAYS)} со дня наступления`);
