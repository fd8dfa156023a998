import { type Kopecks, LARGEST_SUM } from "./kopecks.ts";
import { be } from "./words.be.ts";
import { en } from "./words.en.ts";
import { ru } from "./words.ru.ts";

export type WordsLanguage = "ru" | "be" | "en";

/** What a language must know to say a sum: the whole part in words, and the forms of the two units. */
export type NumberWords = {
  /** A group of three, 1..999, `feminine` when the noun that follows is. */
  group: (value: number, feminine: boolean) => string[];
  zero: string;
  /** Thousand, million, milliard: the noun's form for a count. */
  scales: readonly ((count: number) => string)[];
  /** Only the thousand of Russian and Belarusian is feminine. */
  feminineScale: number | null;
  ruble: (count: number) => string;
  kopeck: (count: number) => string;
};

const languages: Record<WordsLanguage, NumberWords> = { ru, be, en };

/**
 * Rubles in words, kopecks in digits, as invoices and acts are written in Belarus:
 * 201 → «Два белорусских рубля 01 копейка», «Два беларускія рублі 01 капейка», "Two Belarusian rubles 01 kopeck".
 * @throws RangeError below zero and above 999 999 999 999,99 BYN.
 */
export function amountInWords(kopecks: Kopecks, language: WordsLanguage): string {
  if (kopecks < 0n || kopecks > LARGEST_SUM) throw new RangeError(`amountInWords: ${kopecks} is out of range`);
  const words = languages[language];
  const rubles = Number(kopecks / 100n);
  const rest = Number(kopecks % 100n);
  const text = [...whole(rubles, words), words.ruble(rubles), String(rest).padStart(2, "0"), words.kopeck(rest)].join(
    " ",
  );
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function whole(value: number, words: NumberWords): string[] {
  if (value === 0) return [words.zero];
  const said: string[] = [];
  for (let scale = words.scales.length; scale >= 0; scale--) {
    const count = Math.floor(value / 1000 ** scale) % 1000;
    if (count === 0) continue;
    said.push(...words.group(count, scale === words.feminineScale));
    const noun = scale > 0 && words.scales[scale - 1];
    if (noun) said.push(noun(count));
  }
  return said;
}
