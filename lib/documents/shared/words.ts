import type { DayReason, HolidayCode } from "#/lib/calendar/calendar.ts";
import { type Day, weekdayOf } from "#/lib/calendar/day.ts";
import { agree } from "#/lib/money/words.slavic.ts";

/** The words that several papers share. Papers are written in Russian, a language of law 57-З art. 10. */
export const CERTIFICATE = "Сертификат «1С-Битрикс24.Маркет Плюс»";

const NBSP = "\u00A0";

/** What never parts from the word after it: signs and short words of an address, of a clause, one-letter words. */
const LEADS =
  /(?<=(?:^|[\s(«])(?:№|п|г|ул|д|кв|пом|корп|от|до|пункт[аеыу]?|стать[яеи]|редакция|редакции|[авикосуАВИКОСУ]))(\.?) /g;
/** A count never parts from what it counts: «15 рабочих», «480 белорусских». */
const COUNTS = /(?<=(?:^|[\s(])\d{1,3}) (?=(?!стать|и\s)[\p{Ll}(])/gu;

export const tight = (text: string): string => text.replace(LEADS, `$1${NBSP}`).replace(COUNTS, NBSP);

const count = (forms: readonly [string, string, string]) => {
  const noun = agree(forms);
  return (value: number) => `${value}${NBSP}${noun(value)}`;
};

export const months = count(["месяц", "месяца", "месяцев"]);
export const letters = count(["письмо", "письма", "писем"]);
export const workingDays = count(["рабочий день", "рабочих дня", "рабочих дней"]);
/** Genitive, after «в течение», «позднее»: 1 рабочего дня, 15 рабочих дней. */
export const workingDaysGenitive = count(["рабочего дня", "рабочих дней", "рабочих дней"]);
export const calendarDaysGenitive = count(["календарного дня", "календарных дней", "календарных дней"]);

const WEEKDAYS = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"] as const;
export const weekday = (day: Day): string => WEEKDAYS[weekdayOf(day)] ?? "";

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

export function dayReason(reason: DayReason): string {
  if (reason.code === "weekend") return "выходной день";
  if (reason.code === "holiday") return `нерабочий праздничный день: ${HOLIDAYS[reason.name]}`;
  const moved =
    reason.code === "transferred-off" ? "день отдыха перенесён сюда" : "рабочий день: сюда перенесена работа";
  return `${moved}, ${reason.resolution}`;
}
