import type { Day } from "#/lib/calendar/day.ts";
import { dateAfter, dateAt, type FoundDate } from "./purpose/dates.ts";
import { anyOf, fold } from "./purpose/fold.ts";
import { otherNumbers } from "./purpose/other.ts";
import { ownNumbers } from "./purpose/own.ts";
import { invoiceWords, NUMBER_SIGN } from "./purpose/words.ts";

export type Span = { at: number; end: number };

export type NumberInPurpose = {
  /** Ours as we write it ("26-000145-7"); a foreign one as the payer wrote it. */
  number: string;
  date: Day | null;
  /** Where it stands in the text, its date besides. */
  at: number;
  end: number;
  dateSpan: Span | null;
  /** Of our shape and proved by its check digit. */
  known: boolean;
};

export type PurposeReading = { numbers: NumberInPurpose[]; number: string | null; date: Day | null };

/** Banks allow some hundred characters; more is not read, so that no text can hold the import up. */
const LONGEST = 2000;

/** «OTHR 122601»: kind and code of the payment (since 01.08.2022) are the bank's figures, not the payer's. */
const CODES = anyOf("OTHR TAXS SALA GOVT LOAN INTC COMM SUPP DIVI PENS RENT TREA CASH");
const PAYMENT_CODE = new RegExp(`^\\s*(?:(?:${CODES})\\s?(?:[А-ЯA-Z\\d]\\d{5})?|[А-ЯA-Z]{4}\\s\\d{6}(?!\\d))`);

const FROM = new RegExp(`^[\\s,.:]{0,3}(?:${anyOf("ОТ OT АД FROM DATED")})[\\s.:]{0,2}`);
const TO_NUMBER = new RegExp(`^\\s?(?:Г(?:ОДА|\\.)?)?[\\s,]{0,2}(?:${NUMBER_SIGN})?[\\s.:№]{0,3}$`);

/** Dates that stand between an invoice's word and its number: «счёт от 15.04.2026 № 26-000145-7». */
function datesAhead(folded: string): FoundDate[] {
  return invoiceWords(folded).flatMap((word) => {
    const from = FROM.exec(folded.slice(word.end, word.end + 12));
    return (from && dateAt(folded, word.end + from[0].length, true)) || [];
  });
}

const AND_DATE = new RegExp(`^\\s?(?:[,;]|(?:${anyOf("И І AND")})(?=\\s))\\s?(?:(?:${anyOf("ОТ OT АД")})\\s)?`);

/** «… от 09.02.2026 и 10.02.2026»: the dates that go on from one. */
function datesFrom(folded: string, first: FoundDate): FoundDate[] {
  const and = AND_DATE.exec(folded.slice(first.end, first.end + 8));
  const next = and && dateAt(folded, first.end + and[0].length, true);
  return next ? [first, ...datesFrom(folded, next)] : [first];
}

/** «26-000145-7, 26-000146-1 от 15.04.2026»: the date at the end of a list is everybody's; as many dates are one each. */
function shareDates(numbers: NumberInPurpose[], folded: string): void {
  const last = numbers.at(-1);
  const dates = last?.date && last.dateSpan ? datesFrom(folded, { day: last.date, ...last.dateSpan }) : [];
  if (
    numbers.length > 1 &&
    dates.length === numbers.length &&
    numbers.slice(0, -1).every(({ date }) => !date || date === last?.date)
  ) {
    for (const [place, { day, at, end }] of dates.entries())
      Object.assign(numbers[place] ?? {}, { date: day, dateSpan: { at, end } });
    return;
  }
  for (let at = numbers.length - 2; at >= 0; at--) {
    const [one, next] = [numbers[at], numbers[at + 1]];
    if (one && next && !one.date && /^[\s,;+&№NИІ]*$/.test(folded.slice(one.end, next.at))) {
      one.date = next.date;
      one.dateSpan = next.dateSpan;
    }
  }
}

/**
 * Numbers and dates of invoices in a payment's purpose (3.4), in any spelling that people and banks produce. Our own
 * numbers are looked for first and proved by the check digit; only where there is none is a foreign number read, after
 * a word that names an invoice. `number` and `date` are those of the first; null where nothing was found.
 */
export function readPurpose(text: string): PurposeReading {
  const purpose = text.slice(0, LONGEST);
  const folded = fold(purpose).replace(PAYMENT_CODE, (code) => " ".repeat(code.length));
  const ahead = datesAhead(folded);
  const own = ownNumbers(folded);
  const found =
    own.length > 0
      ? own
      : otherNumbers(folded).map((other) => ({
          ...other,
          number: purpose.slice(other.at, other.end),
          known: false,
        }));
  const dated = found.map(({ number, at, end, known }) => {
    const before = ahead.find((date) => date.end <= at && TO_NUMBER.test(folded.slice(date.end, at)));
    const date = before ?? dateAfter(folded, end);
    return { number, date: date?.day ?? null, at, end, dateSpan: date && { at: date.at, end: date.end }, known };
  });
  shareDates(dated, folded);
  const numbers = new Map<string, NumberInPurpose>();
  for (const one of dated) {
    const same = numbers.get(one.number);
    if (!same) numbers.set(one.number, one);
    else if (!same.date) Object.assign(same, { date: one.date, dateSpan: one.dateSpan });
  }
  const first = [...numbers.values()][0];
  return {
    numbers: [...numbers.values()],
    number: first?.number ?? null,
    date: first ? first.date : (ahead[0]?.day ?? null),
  };
}
