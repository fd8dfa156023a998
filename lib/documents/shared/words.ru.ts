import type { DayReason, HolidayCode } from "#/lib/calendar/calendar.ts";
import { type Day, weekdayOf } from "#/lib/calendar/day.ts";
import { formatDayLong } from "#/lib/calendar/format.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { amountInWords } from "#/lib/money/words.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import { counted } from "./counted.ts";
import { tight } from "./tight.ts";

const WEEKDAYS = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];

const HOLIDAYS: Record<HolidayCode, string> = {
  "new-year": "Новый год",
  "orthodox-christmas": "Рождество Христово (православное)",
  "womens-day": "День женщин",
  radunitsa: "Радуница",
  "labour-day": "Праздник труда",
  "victory-day": "День Победы",
  "independence-day": "День Независимости",
  "october-revolution": "День Октябрьской революции",
  "catholic-christmas": "Рождество Христово (католическое)",
};

function dayReason(reason: DayReason): string {
  if (reason.code === "weekend") return "выходной день";
  if (reason.code === "holiday") return `нерабочий праздничный день: ${HOLIDAYS[reason.name]}`;
  const moved =
    reason.code === "transferred-off" ? "день отдыха перенесён сюда" : "рабочий день: сюда перенесена работа";
  return `${moved}, ${reason.resolution}`;
}

export const ru = {
  language: "ru" as PaperLanguage,
  tight,
  longDay: (day: Day) => formatDayLong(day, "ru"),
  amount: (kopecks: Kopecks) => amountInWords(kopecks, "ru"),

  months: counted(["месяц", "месяца", "месяцев"]),
  letters: counted(["письмо", "письма", "писем"]),
  workingDays: counted(["рабочий день", "рабочих дня", "рабочих дней"]),
  /** Genitive, after «в течение», «позднее»: 1 рабочего дня, 15 рабочих дней. */
  workingDaysGenitive: counted(["рабочего дня", "рабочих дней", "рабочих дней"]),
  calendarDaysGenitive: counted(["календарного дня", "календарных дней", "календарных дней"]),
  weekday: (day: Day): string => WEEKDAYS[weekdayOf(day)] ?? "",
  dayReason,

  certificate: "Сертификат «1С-Битрикс24.Маркет Плюс»",
  portal: (host: string) => `портал ${host}`,
  pieces: (count: number) => `${count} шт.`,
  ledger: { quantity: "Кол-во", price: "Цена, BYN", priceWithVat: "Цена с НДС, BYN", rate: "Ставка НДС" },
  ledgerSums: { vat: "НДС, BYN", total: "Всего, BYN" },
  noVat: "Без НДС",
  noVatBecause: (basis: string) => `Без НДС. Основание: ${basis}.`,
  vatInside: (rate: number, figures: string, words: string) => `В том числе НДС ${rate} %: ${figures} (${words}).`,

  seller: "Продавец",
  user: "Пользователь",
  soleProprietor: "Индивидуальный предприниматель",
  party: {
    ...{ unp: "УНП", registration: "Регистрация", address: "Адрес", letters: "Для писем" },
    ...{ account: "Счёт", bank: "Банк", phone: "Телефон", email: "E-mail" },
  },
  registration: (number: string, date: string, authority: string) => `№ ${number} от ${date}, ${authority}`,
  signed: { edi: "электронная цифровая подпись", post: "подпись" },
  acting: (basis: string) => `действует на основании ${basis}`,

  numbered: (number: string, date: string) => `№ ${number} от ${date}`,
  offer: "Публичный сублицензионный договор",
  offerGenitive: "публичного сублицензионного договора",
  from: (date: string) => ` от ${date}`,
  edition: (number: number) => `редакция ${number}`,
};
