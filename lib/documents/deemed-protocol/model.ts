import type { Counted } from "#/lib/calendar/count.ts";
import { addDays, type Day, weekdayOf } from "#/lib/calendar/day.ts";
import { formatDay, formatDayLong } from "#/lib/calendar/format.ts";
import type { ActFrozen } from "#/lib/contract/frozen.ts";
import { offerName } from "../shared/offer.ts";
import { buyerBlock, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { placeOf } from "../shared/place.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { type Channel, type Signature, sellerSignature } from "../shared/signature.ts";
import { dayReason, tight, weekday, workingDays, workingDaysGenitive } from "../shared/words.ts";

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

/** The protocol of 3.8: how the act went out, how the days were counted, what follows from the silence. */
export function deemedProtocolModel({ act, counted, deemedOn }: DeemedProtocolFacts): DeemedProtocolModel {
  const { seller, buyer, offer, invoice, deemedWorkingDays } = act.frozen;
  const title = tight(`Протокол к акту № ${act.number}`);
  const term = workingDays(deemedWorkingDays);
  return {
    sheet: sheet(title, deemedOn, seller),
    title,
    subtitle: "о признании обязательств Продавца исполненными надлежащим образом",
    place: tight(placeOf(seller.legalAddress)),
    date: formatDayLong(deemedOn, "ru"),
    seller: sellerBlock(seller, "Продавец", "brief"),
    party: buyerBlock(buyer, "Пользователь", "brief"),
    factsTitle: "Что установлено",
    facts: (
      [
        ["Договор", `${offerName(offer)}, редакция ${offer.number}`],
        ["Счёт", `№ ${invoice.number} от ${formatDay(invoice.issuedOn)}`],
        ["Акт", `№ ${act.number} от ${formatDay(act.issuedOn)}`],
        ["Акт направлен", `${formatDay(act.sentOn)}, ${channel(act)}`],
        ["Акт получен", act.receivedOn === null ? "сведений нет" : formatDay(act.receivedOn)],
        ["Подписанный акт", `до ${formatDay(counted.date)} включительно не поступил`],
        ["Мотивированный отказ", `до ${formatDay(counted.date)} включительно не поступил`],
      ] satisfies [string, string][]
    ).map(([name, value]) => [name, tight(value)]),
    countTitle: "Как посчитан срок",
    rule: tight(
      `Срок — ${term} со дня направления акта (пункт 3.8 договора). Счёт начинается на следующий день после направления; ` +
        "дни определены по часовому поясу Минска и календарю рабочих дней Республики Беларусь.",
    ),
    days: { head: ["Дата", "День недели", "Считается ли", "Номер дня"], rows: days(counted) },
    conclusionTitle: "Вывод",
    conclusion: [
      `Срок ${workingDaysGenitive(deemedWorkingDays)} истёк ${formatDay(counted.date)}. Подписанный Пользователем акт Продавец не получил. ` +
        `По пункту 3.8 договора с ${formatDay(addDays(counted.date, 1))} обязательства Продавца по договору считаются исполненными ` +
        "надлежащим образом без претензий со стороны Пользователя.",
      "Акт, подписанный позже, прилагается к этому протоколу и вывода не меняет.",
    ].map(tight),
    signature: sellerSignature(seller, "post"),
  };
}

function channel({ channel: by, ediDocumentId, trackingNumber }: DeemedProtocolFacts["act"]): string {
  if (by === "edi") return `через сервис «ЭДиН»${ediDocumentId === null ? "" : `, документ ${ediDocumentId}`}`;
  return `почтой${trackingNumber === null ? "" : `, отправление ${trackingNumber}`}`;
}

function days({ counted, skipped }: Counted): DeemedProtocolModel["days"]["rows"] {
  const taken = counted.map((day, at) => ({ day, why: worked(day), at: String(at + 1) }));
  const passed = skipped.map(({ date, reason }) => ({ day: date, why: `нет, ${dayReason(reason)}`, at: "—" }));
  return [...taken, ...passed]
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, why, at }) => [formatDay(day), weekday(day), tight(why), at]);
}

/** A Saturday counts only by a resolution of the government. */
const worked = (day: Day): string => (weekdayOf(day) % 6 === 0 ? "да, рабочий день по переносу" : "да, рабочий день");
