import { anyOf, LETTER } from "./fold.ts";

/** How an invoice is called: Russian with its cases, Belarusian, by Latin letters, English. */
const NAMES = [
  "СЧЕТ(?:ОМ|АМ|АХ|ОВ|У|А|Е|Ы)?",
  "СЧ(?=[.\\s№N#:\\d-])\\.?",
  "С[/-]Ф(?![А-Я])\\.?",
  `(?:${anyOf("SCHET SCHYOT SCHJOT SHCHET SCHT SCET S4ET SHET CHET")})(?:${anyOf("OM AM U A E Y OV")})?`,
  `(?:${anyOf("РАХУНАК РАХУНКУ РАХУНКА РАХУНКАМ RAHUNAK RAHUNKU RAHUNKA")})`,
  `(?:${anyOf("ИНВОЙС INVOICE INV BILL FAKTURA FAKTURE")})(?:${LETTER}{1,2}(?=[\\s№#]))?\\.?`,
].join("|");

/** «Счёт-фактура», «сч-ф», «счёт-протокол», «счёт на оплату». */
const TAIL =
  "(?:\\s?-?\\s?(?:ФАКТУР|ПРОТОКОЛ|ОФЕРТ|ДОГОВОР|ФАКТ|F[АA]КТUR|Ф(?![А-Я]))[А-ЯA-Z]{0,2}\\.?)?(?:\\s(?:НА|NА)\\s(?:ПРЕД)?(?:ОПЛАТ[УЫ]|ОРLАТU))?";

/** A word begins here, or it is glued to one that comes before invoices in purposes. */
const HERE = `(?<!${LETTER})|(?<=(?:${anyOf("ПО ЗА ОПЛАТА ОПЛАТУ СОГЛАСНО PO ZA OPLATA")}))`;

export const NUMBER_SIGN = `(?:№|#|(?:${anyOf("НОМЕР NOMER NUMBER NUM NO NR N НОМ")})(?!${LETTER})[.°º]?)`;

export const INVOICE = new RegExp(`(?:${HERE})(?:${NAMES})${TAIL}`, "g");

/** An account, not an invoice: «р/счёт», «расчётный счёт», «на лицевой счёт». */
const ACCOUNT =
  /(?:Р|Л|К|РАСЧ[А-Я]*|ЛИЦ[А-Я]*|ТЕК[А-Я]*|КАРТ[А-Я]*|КОРР?[А-Я]*|СПЕЦ[А-Я]*|БАЛАНС[А-Я]*|БАНК[А-Я]*|ДЕПОЗИТ[А-Я]*|ВАЛЮТ[А-Я]*)[\s./-]{1,2}$/;

/** Words that name an invoice: where each begins and ends; `into`: «на счёт», where money goes as often as a number. */
export function invoiceWords(folded: string): { at: number; end: number; into: boolean }[] {
  return [...folded.matchAll(INVOICE)]
    .filter((match) => !ACCOUNT.test(folded.slice(Math.max(0, match.index - 20), match.index)))
    .map((match) => ({
      at: match.index,
      end: match.index + match[0].length,
      into: /(?:^|\s)(?:НА|NА)\s$/.test(folded.slice(Math.max(0, match.index - 4), match.index)),
    }));
}

const SIGN_BEFORE = new RegExp(`${NUMBER_SIGN}[\\s.:№-]{0,3}$`);
const WORD_BEFORE = new RegExp(`(?:${NAMES})${TAIL}[\\s.:]{0,2}(?:${NUMBER_SIGN})?[\\s.:№-]{0,3}$`);
const NO_INVOICE = new RegExp(
  `(?<!${LETTER})(?:АКТ[А-Я]{0,2}|${anyOf("AKT AKTU AKTA ТТН ТН УНП UNP УНН UNN ИНН INN ТЕЛ TEL TEL. ФАКС МОБ PHONE КОД НАКЛАДНАЯ НАКЛАДНОЙ")})\\.?[\\s:]{0,2}(?:${NUMBER_SIGN})?[\\s.:+-]{0,3}$`,
);
const OTHER_PAPER = new RegExp(
  `(?<!${LETTER})(?:ДОГ[А-Я]*|РЕГ[А-Я]*|УЧ[А-Я]*|КОНТР[А-Я]*|ЗАКАЗ[А-Я]*|ЗАЯВ[А-Я]*|ЛИЦ[А-Я]*|Р/?С|DОG[А-ЯA-Z]*|ІD|ПАСПОРТ[А-Я]*|КАРТ[А-Я]*)\\.?[\\s:]{0,2}(?:${NUMBER_SIGN})?[\\s.:-]{0,3}$`,
);

export type Before = "invoice" | "sign" | "nothing" | "other" | "never";

/** What the words just before a number say it is. */
export function before(folded: string, at: number): Before {
  const left = folded.slice(Math.max(0, at - 40), at);
  if (NO_INVOICE.test(left)) return "never";
  if (OTHER_PAPER.test(left)) return "other";
  if (WORD_BEFORE.test(left)) return "invoice";
  return SIGN_BEFORE.test(left) ? "sign" : "nothing";
}
