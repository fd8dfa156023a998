import { type Day, dayOf } from "#/lib/calendar/day.ts";
import { DAY_WORDS } from "./day-words.ts";
import { anyOf, DIGIT, digitsOf } from "./fold.ts";

/** Stems of months in Russian, Belarusian, by Latin letters and in English. */
const MONTHS = [
  "ЯНВ СТУД YANV JANV JAN YAN",
  "ФЕВ ЛЮТ FEV FEB",
  "МАРТ МАР САКАВ MAR",
  "АПР КРАСАВ APR",
  "МАЯ МАЙ ТРАВ TRAV MAYA MAY MAJ",
  "ИЮН ЧЭРВ IYUN IUN JUN",
  "ИЮЛ ЛИП ЛІП IYUL IUL JUL",
  "АВГ ЖНИ ЖНІ AVG AUG",
  "СЕН ВЕРАС SEN SEP",
  "ОКТ КАСТР OKT OCT",
  "НОЯ ЛИСТ ЛІСТ NOYA NOV",
  "ДЕК СНЕЖ СНЕЖН DEK DEC",
].map(anyOf);

const YEAR = `(2[0О]${DIGIT}{2}|[2-5]\\d)`;
const POINT = "\\s?[./,-]\\s?";
const MONTH = MONTHS.map((month) => `(${month})`).join("|");

const NUMERIC = new RegExp(`(${DIGIT}{1,2})${POINT}(${DIGIT}{1,2})${POINT}${YEAR}(?!\\d)`, "y");
const HALF_SPACED = new RegExp(`(${DIGIT}{1,2})${POINT}(${DIGIT}{1,2})\\s(20\\d{2})(?!\\d)`, "y");
const SPACED = /[«"]?(\d{2})[»"]? (\d{2}) (20\d{2})(?!\d)/y;
const GLUED = /(\d{2})(\d{2})(20\d{2})(?!\d)/y;
const SHORT = /(\d{2})(\d{2})(\d{2})(?!\d)/y;
const ISO = /(20\d{2})-(\d{2})-(\d{2})(?!\d)/y;
const WORDS = new RegExp(
  `[«"]?(\\d{1,2})[»"]?\\s?(?:-?(?:ГО|Е)\\s)?(?:${MONTH})[А-ЯA-ZІЎ]{0,6}\\.?,?\\s?${YEAR}(?!\\d)`,
  "y",
);
/** The longer ones first: «двадцать первого» is not «первого». */
const SAID = [...DAY_WORDS.keys()].sort((a, b) => b.length - a.length).join("|");
const SPOKEN = new RegExp(`(${SAID})\\s(?:${MONTH})[А-ЯA-ZІЎ]{0,6}\\.?,?\\s?${YEAR}(?!\\d)`, "y");
const ENGLISH = new RegExp(`(?:${MONTH})[А-ЯA-ZІЎ]{0,6}\\.?\\s(\\d{1,2}),?\\s${YEAR}(?!\\d)`, "y");

const PLAIN = [NUMERIC, HALF_SPACED, SPACED, GLUED];

export type FoundDate = { day: Day; at: number; end: number };

function made(year: string, month: number, day: string, at: number, length: number): FoundDate | null {
  const digits = digitsOf(year);
  const found = dayOf(Number(digits) + (digits.length === 2 ? 2000 : 0), month, Number(digitsOf(day)));
  return found ? { day: found, at, end: at + length } : null;
}

const monthOf = (groups: (string | undefined)[]) => groups.findIndex((group) => group !== undefined) + 1;

/**
 * The date that begins exactly here, in a folded text: 15.04.26, 15/04/2026, 15-04-2026, 2026-04-15, 15 04 2026,
 * 15042026, «15» апреля 2026, April 15, 2026. `explicit`: «от» stands before it, so 150426 is a date as well.
 */
export function dateAt(folded: string, at: number, explicit: boolean): FoundDate | null {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(folded);
  };
  const iso = match(ISO);
  if (iso) return made(iso[1] as string, Number(iso[2]), iso[3] as string, at, iso[0].length);
  for (const pattern of explicit ? [...PLAIN, SHORT] : PLAIN) {
    const [whole, day, month, year] = match(pattern) ?? [];
    const found = whole
      ? made(year as string, Number(digitsOf(month as string)), day as string, at, whole.length)
      : null;
    if (found) return found;
  }
  const words = match(WORDS);
  if (words) return made(words[14] as string, monthOf(words.slice(2, 14)), words[1] as string, at, words[0].length);
  const spoken = match(SPOKEN);
  if (spoken) {
    const day = `${DAY_WORDS.get(spoken[1] as string)}`;
    return made(spoken[14] as string, monthOf(spoken.slice(2, 14)), day, at, spoken[0].length);
  }
  const english = match(ENGLISH);
  if (english)
    return made(english[14] as string, monthOf(english.slice(1, 13)), english[13] as string, at, english[0].length);
  return null;
}

/** «О Т»: banks cut their fields anywhere; «отт»: so do fingers. */
const FROM = `(?:ДАТА|DАТА)\\s(?:СЧ|РАХ|SСН)[А-ЯA-Z]{0,6}|О\\sТ|ОТТ|ДАТИРОВАНН[А-Я]{2,3}|Z\\sDNІА|${anyOf("ОТ АД OT FROM DATED DTD DD ДАТА DATA DATE OF ON")}`;
const AFTER = new RegExp(
  `[\\s,;:().«»"/–—-]{0,4}(?:(?:${FROM})(?![А-ЯA-ZІЎ])[\\s.:]{0,3}|(${FROM})(?=\\d)|Г\\.?\\s|Т\\s)?`,
  "y",
);
const LATER = new RegExp(`(?<![А-ЯA-ZІЎ])(?:${FROM})[\\s.:]{0,3}(?=[\\d«"])`, "g");

/** Another paper between the number and «от …»: the date is that paper's. A bare figure may be its number. */
const OTHERS = new RegExp(
  `${anyOf("ДОГ КОНТР АКТ ПРИЛ СОГЛ ОФЕРТ ПРЕЙСК НАКЛ ТТН ПРИКАЗ ДОВЕР ЗАЯВ ЗАКАЗ СЧ DOG CONTR KONTR AKT ACT OFERT SCH ЗАК ПРОТОК СПЕЦИФ")}|№|\\d`,
);
const COUNTED = /\d+(?:[ .,]\d+)*\s?(?:МЕС|ШТ|ДН|ЛИЦ|%|ВУN|BYN|РУБ|БЕЛ|МЕS|RUВ)[А-ЯA-Z.]*/g;
const REACH = 60;

/** The date that belongs to a number ending at `end`: beside it, or after «от» with no other paper in between. */
export function dateAfter(folded: string, end: number): FoundDate | null {
  AFTER.lastIndex = end;
  const gap = AFTER.exec(folded);
  if (gap) {
    const explicit = /[А-ЯA-Z]/.test(gap[0]);
    const found = dateAt(folded, end + gap[0].length, explicit);
    if (found) return found;
  }
  const window = folded.slice(end, end + REACH);
  LATER.lastIndex = 0;
  const later = LATER.exec(window);
  if (!later || OTHERS.test(window.slice(0, later.index).replace(COUNTED, ""))) return null;
  return dateAt(folded, end + later.index + later[0].length, true);
}
