import type { DayReason, HolidayCode } from "#/lib/calendar/calendar.ts";
import { weekdayOf } from "#/lib/calendar/day.ts";
import { formatDayLong } from "#/lib/calendar/format.ts";
import { amountInWords } from "#/lib/money/words.ts";
import { counted } from "./counted.ts";
import { tightBe } from "./tight.ts";
import type { ru } from "./words.ru.ts";

const WEEKDAYS = ["нядзеля", "панядзелак", "аўторак", "серада", "чацвер", "пятніца", "субота"];

const HOLIDAYS: Record<HolidayCode, string> = {
  "new-year": "Новы год",
  "orthodox-christmas": "Нараджэнне Хрыстова (праваслаўнае)",
  "womens-day": "Дзень жанчын",
  radunitsa: "Радаўніца",
  "labour-day": "Свята працы",
  "victory-day": "Дзень Перамогі",
  "independence-day": "Дзень Незалежнасці",
  "october-revolution": "Дзень Кастрычніцкай рэвалюцыі",
  "catholic-christmas": "Нараджэнне Хрыстова (каталіцкае)",
};

function dayReason(reason: DayReason): string {
  if (reason.code === "weekend") return "выхадны дзень";
  if (reason.code === "holiday") return `нерабочы святочны дзень: ${HOLIDAYS[reason.name]}`;
  const moved =
    reason.code === "transferred-off" ? "дзень адпачынку перанесены сюды" : "рабочы дзень: сюды перанесена праца";
  return `${moved}, ${reason.resolution}`;
}

/** Names of products, of sides and addresses stay as they are registered; everything around them is Belarusian. */
export const be: typeof ru = {
  language: "be",
  tight: tightBe,
  longDay: (day) => formatDayLong(day, "be"),
  amount: (kopecks) => amountInWords(kopecks, "be"),

  months: counted(["месяц", "месяцы", "месяцаў"]),
  letters: counted(["ліст", "лісты", "лістоў"]),
  workingDays: counted(["рабочы дзень", "рабочыя дні", "рабочых дзён"]),
  workingDaysGenitive: counted(["рабочага дня", "рабочых дзён", "рабочых дзён"]),
  calendarDaysGenitive: counted(["каляндарнага дня", "каляндарных дзён", "каляндарных дзён"]),
  weekday: (day) => WEEKDAYS[weekdayOf(day)] ?? "",
  dayReason,

  certificate: "Сертыфікат «1С-Битрикс24.Маркет Плюс»",
  portal: (host) => `партал ${host}`,
  pieces: (count) => `${count} шт.`,
  ledger: { quantity: "Кол-ць", price: "Цана, BYN", priceWithVat: "Цана з ПДВ, BYN", rate: "Стаўка ПДВ" },
  ledgerSums: { vat: "ПДВ, BYN", total: "Усяго, BYN" },
  noVat: "Без ПДВ",
  noVatBecause: (basis) => `Без ПДВ. Падстава: ${basis}.`,
  vatInside: (rate, figures, words) => `У тым ліку ПДВ ${rate} %: ${figures} (${words}).`,

  seller: "Прадавец",
  user: "Карыстальнік",
  soleProprietor: "Індывідуальны прадпрымальнік",
  party: {
    ...{ unp: "УНП", registration: "Рэгістрацыя", address: "Адрас", letters: "Для лістоў" },
    ...{ account: "Рахунак", bank: "Банк", phone: "Тэлефон", email: "E-mail" },
  },
  registration: (number, date, authority) => `№ ${number} ад ${date}, ${authority}`,
  signed: { edi: "электронны лічбавы подпіс", post: "подпіс" },
  acting: (basis) => `дзейнічае на падставе ${basis}`,

  numbered: (number, date) => `№ ${number} ад ${date}`,
  offer: "Публічны субліцэнзійны дагавор",
  offerGenitive: "публічнага субліцэнзійнага дагавора",
  from: (date) => ` ад ${date}`,
  edition: (number) => `рэдакцыя ${number}`,
};
