import { dateAt } from "./dates.ts";
import { anyOf, LETTER } from "./fold.ts";
import { invoiceWords, NUMBER_SIGN } from "./words.ts";

export type OtherNumber = { at: number; end: number };

const GAP = /[\s.:,«"(-]{0,3}/y;
const SIGN = new RegExp(`${NUMBER_SIGN}[\\s.:№«"-]{0,3}`, "y");
const FROM = new RegExp(`(?:${anyOf("ОТ OT АД FROM DATED")})[\\s.:]{0,2}`, "y");
const YEAR_WORD = /\s?Г(?:ОДА|\.)?(?![А-Я])[\s,]{0,2}/y;
const TOKEN = /[А-ЯA-ZІЎ0-9](?:[А-ЯA-ZІЎ0-9_/–-]|\.(?=[А-ЯA-ZІЎ0-9])){0,29}/y;
const AND = new RegExp(`\\s?(?:[,;+&]|(?<=\\s)(?:${anyOf("И І AND")})(?=\\s))\\s?(?:${NUMBER_SIGN}[\\s.:]{0,2})?`, "y");

/** Prepositions and units glued or near: a figure of something else. */
const NOT_NUMBER = /^(?:ЗА|НА|ДО|ДЛЯ|ОТ|ПО|ВУ\d{2}|BY\d{2}|УНП)(?=\d|[А-ЯA-Z])/;
const UNIT = new RegExp(
  `^(?:[.,]\\d{1,2}(?!\\d|[./-])|\\s?(?:%|(?:${anyOf("BYN БЕЛ РУБ BR RUB МЕС ШТ ЛИЦ ДН ГОД Г КОП MES")})(?!${LETTER}{5})))`,
);

const stick = (pattern: RegExp, folded: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(folded)?.[0] ?? null;
};

/** One number in anybody's style that begins here; null for dates, sums, years, accounts and plain words. */
function tokenAt(folded: string, at: number, signed: boolean): OtherNumber | null {
  if (dateAt(folded, at, false)) return null;
  let token = stick(TOKEN, folded, at);
  if (!token) return null;
  for (let cut = 1; cut < token.length; cut++) {
    const rest = token.slice(cut);
    const isFrom = /^ОТ(?=\d|$)/.test(rest) && /\d/.test(token[cut - 1] as string);
    const isDate = /[-/–]/.test(token[cut - 1] as string) && dateAt(folded, at + cut, false) !== null;
    if (isFrom || isDate) token = token.slice(0, cut);
  }
  token = token.replace(/[-/_.–]+$/, "");
  if (!/\d/.test(token) || NOT_NUMBER.test(token)) return null;
  if (/^\d{13,}$/.test(token) || (!signed && !/^\d|^[А-ЯA-ZІЎ]{1,5}[-/]?\d/.test(token))) return null;
  const end = at + token.length;
  return UNIT.test(folded.slice(end, end + 12)) ? null : { at, end };
}

/** From an invoice's word to its number: «на оплату от 15.04.2026 г. № …», «:», «№». */
function start(folded: string, from: number): { at: number; signed: boolean } {
  let at = from + (stick(GAP, folded, from) ?? "").length;
  const word = stick(FROM, folded, at);
  const date = word ? dateAt(folded, at + word.length, true) : null;
  if (date) {
    at = date.end + (stick(YEAR_WORD, folded, date.end) ?? "").length;
    at += (stick(GAP, folded, at) ?? "").length;
  }
  const sign = stick(SIGN, folded, at);
  // After a date only a sign makes the next figure a number.
  return sign || !date ? { at: at + (sign ?? "").length, signed: sign !== null } : { at: folded.length, signed: false };
}

/** Numbers of foreign style: what stands after «счёт», «сч. №», «invoice no», and the list that goes on from it. */
export function otherNumbers(folded: string): OtherNumber[] {
  const found: OtherNumber[] = [];
  for (const word of invoiceWords(folded)) {
    if (word.at < (found.at(-1)?.end ?? 0)) continue;
    const { at, signed } = start(folded, word.end);
    let token = word.into && !signed ? null : tokenAt(folded, at, signed);
    while (token) {
      found.push(token);
      const and = stick(AND, folded, token.end);
      const next: OtherNumber | null = and ? tokenAt(folded, token.end + and.length, false) : null;
      token = next && !/^20\d\d$/.test(folded.slice(next.at, next.end)) ? next : null;
    }
  }
  return found;
}
