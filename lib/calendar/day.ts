declare const dayBrand: unique symbol;

/** A date of the calendar without time or zone: "yyyy-mm-dd", 1900 to 2199. Days compare as text. */
export type Day = string & { readonly [dayBrand]: true };

const MILLISECONDS = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

const number = (day: Day) => Date.parse(day) / MILLISECONDS;
/** Days that were written before: terms of thousands of contracts are counted over the same few weeks. */
const written = new Map<number, Day>();
function fromNumber(days: number): Day {
  const known = written.get(days);
  if (known) return known;
  const day = new Date(days * MILLISECONDS).toISOString().slice(0, 10) as Day;
  written.set(days, day);
  return day;
}
const pad = (value: number) => String(value).padStart(2, "0");

/** Days of a month, 1 to 12. */
const monthLength = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Null where there is no such date (31.02, month 13, a year outside 1900 to 2199). */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (![year, month, date].every(Number.isInteger) || year < 1900 || year > 2199) return null;
  if (month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return null;
  return `${year}-${pad(month)}-${pad(date)}` as Day;
}

/** Reads "2026-04-16" and "16.04.2026" (also "6.4.2026"); null for everything else. */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = DOTTED.exec(trimmed);
  return dotted && dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
}

export const isDay = (text: unknown): text is Day =>
  typeof text === "string" && ISO.test(text) && parseDay(text) === text;

/**
 * For constants in the code and columns of the database, where a wrong day is an accident.
 * @throws RangeError when the text is no day.
 */
export function asDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${JSON.stringify(text)}`);
  return text;
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const dateOf = (day: Day): number => Number(day.slice(8, 10));
/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: Day): number => new Date(day).getUTCDay();

export const addDays = (day: Day, count: number): Day => fromNumber(number(day) + count);

/** The same date of another month, or that month's last day: 31 Jan + 1 month = 28 or 29 Feb (terms in months, 5.4). */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return `${year}-${pad(month)}-${pad(Math.min(dateOf(day), monthLength(year, month)))}` as Day;
}

/** Calendar days from one to the other: 1 from today to tomorrow, negative backwards. */
export const daysBetween = (from: Day, to: Day): number => number(to) - number(from);

export const earliest = (first: Day, ...rest: Day[]): Day => [first, ...rest].sort()[0]!;
export const latest = (first: Day, ...rest: Day[]): Day => [first, ...rest].sort().at(-1)!;
