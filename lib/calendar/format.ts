import { type Day, dateOf, monthOf, yearOf } from "./day.ts";

/** Own tables: a browser without Belarusian data would answer in English months. */
const MONTHS = {
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  be: "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
} as const;

const NBSP = "\u00A0";

/** "15.04.2026", in every language. */
export const formatDay = (day: Day): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;

/** "15.04": where the year is plain from the place. */
export const formatDayShort = (day: Day): string => `${day.slice(8)}.${day.slice(5, 7)}`;

/** "15 апреля 2026 г.", "15 красавіка 2026 г.", "15 April 2026"; the parts are held together by U+00A0. */
export function formatDayLong(day: Day, locale: "ru" | "be" | "en"): string {
  const words = [dateOf(day), MONTHS[locale][monthOf(day) - 1], yearOf(day)];
  return (locale === "en" ? words : [...words, "г."]).join(NBSP);
}
