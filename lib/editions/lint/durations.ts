import { NUMERAL_PATTERN, numberOfWords } from "./numerals.ts";

export type Unit = "working-days" | "calendar-days" | "days" | "weeks" | "months" | "years" | "hours";
/** A length of time in a text. `value` is what its figures say, else its words. */
export type Duration = { value: number; unit: Unit; start: number; end: number; text: string };

const UNITS: readonly (readonly [Unit, string])[] = [
  ["hours", "час\\p{L}*|гадзін\\p{L}*|hours?"],
  ["weeks", "недел\\p{L}*|тыдзень|тыдня\\p{L}*|weeks?"],
  ["months", "месяц\\p{L}*|months?"],
  ["years", "год(?:а|ов|у|ом|ы)?|лет|years?"],
  ["days", "дн(?:я|ей|ю|ям|и|ём|ем|ями)|день|сут\\p{L}*|дзён|дзень|дні|дня\\p{L}*|days?"],
];
const KIND =
  "(?:(рабоч\\p{L}*|банковск\\p{L}*|банкаўск\\p{L}*|business|working)|(календарн\\p{L}*|каляндарн\\p{L}*|calendar))\\s+";
const FIGURES = `(\\d{1,3})(?:\\s*\\(([\\p{L}\\s-]+)\\))?`;
const WORDS = `(${NUMERAL_PATTERN})(?:\\s*\\((\\d{1,3})\\))?`;
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}.,/])(?:${FIGURES}|${WORDS})[\\s-]+(?:${KIND})?(?:(${UNITS.map(([, words]) => words).join(")|(")}))(?!\\p{L})`,
  "giu",
);

/** Every length of time: «15 (пятнадцати) рабочих дней», «трёх дней», «within fifteen (15) business days», «6 месяцев». */
export function findDurations(text: string): Duration[] {
  return [...text.matchAll(PATTERN)].flatMap((match) => {
    const [words, figures, , spelled, spelledFigures, working, calendar, ...units] = match;
    const value = Number(figures ?? spelledFigures ?? numberOfWords(spelled ?? "") ?? Number.NaN);
    const named = UNITS[units.slice(0, UNITS.length).findIndex((unit) => unit !== undefined)]?.[0];
    if (Number.isNaN(value) || named === undefined) return [];
    const unit = named !== "days" ? named : working ? "working-days" : calendar ? "calendar-days" : "days";
    return [{ value, unit, start: match.index, end: match.index + words.length, text: words }];
  });
}

const BOTH = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(\\d{1,3})\\s*\\((${NUMERAL_PATTERN})\\)|(${NUMERAL_PATTERN})\\s*\\((\\d{1,3})\\))`,
  "giu",
);

/** Figures and words of one number that disagree: «15 (десяти)». Each says what the other should be. */
export function disagreements(text: string): { text: string; figures: string; words: string }[] {
  return [...text.matchAll(BOTH)].flatMap(([both, figures, words, before, inside]) => {
    const [number, spelled] = [figures ?? inside ?? "", words ?? before ?? ""];
    return numberOfWords(spelled) === Number(number) ? [] : [{ text: both, figures: number, words: spelled }];
  });
}
