import { err, ok, type Result } from "#/lib/result.ts";

/** Belarusian rubles in whole kopecks. The only shape of money in the program: no floats, no strings, no decimals. */
export type Kopecks = bigint;

export type MoneyRefusal = "money.empty" | "money.format" | "money.decimals" | "money.too_large";

/** 999 999 999 999,99 BYN: the largest sum that is parsed and that can be written in words. */
export const LARGEST_SUM: Kopecks = 99_999_999_999_999n;

/** U+00A0 between thousands and before the currency: a sum never breaks over two lines, and every font has the glyph. */
const NBSP = "\u00A0";
const MINUS = "\u2212";

/** Groups of three or no groups at all: "12 34" is a slip of the hand, not 1234. */
const SHAPE = /^([-\u2212]?)(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?$/;

/**
 * Reads a sum as people and banks write it: "1 234,56", "1234.56", "1 234,56 BYN", any kind of space.
 * "1,234" is refused (three decimals), never guessed to be a thousand.
 */
export function parseMoney(text: string): Result<Kopecks, MoneyRefusal> {
  const plain = text
    .replace(/\s/g, " ")
    .trim()
    .replace(/ ?BYN$/i, "");
  if (plain === "") return err("money.empty");
  const match = SHAPE.exec(plain);
  if (!match) return err("money.format");
  const [, sign, whole = "", decimals = ""] = match;
  if (decimals.length > 2) return err("money.decimals");
  const digits = `${whole.replaceAll(" ", "")}${decimals.padEnd(2, "0")}`.replace(/^0+(?=\d)/, "");
  if (digits.length > 14) return err("money.too_large");
  const kopecks = BigInt(digits);
  return ok(sign ? -kopecks : kopecks);
}

const parts = (kopecks: Kopecks) => {
  const digits = (kopecks < 0n ? -kopecks : kopecks).toString().padStart(3, "0");
  return { negative: kopecks < 0n, whole: digits.slice(0, -2), decimals: digits.slice(-2) };
};

/** "1 234,56" with non-breaking spaces and a true minus: for columns whose head names the currency. */
export function formatAmount(kopecks: Kopecks): string {
  const { negative, whole, decimals } = parts(kopecks);
  return `${negative ? MINUS : ""}${whole.replace(/\B(?=(\d{3})+$)/g, NBSP)},${decimals}`;
}

/**
 * "1 234,56 BYN". One form in all three languages, so that the sum on a screen is, glyph for glyph, the one on the
 * invoice; the locale is taken so that no caller changes on the day a language needs its own.
 */
export function formatMoney(kopecks: Kopecks, _locale?: "ru" | "be" | "en"): string {
  return `${formatAmount(kopecks)}${NBSP}BYN`;
}

/** "1234.56": for machines (bank files, QR payloads, JSON-LD prices, the clipboard). */
export function toDecimal(kopecks: Kopecks): string {
  const { negative, whole, decimals } = parts(kopecks);
  return `${negative ? "-" : ""}${whole}.${decimals}`;
}

export const sum = (amounts: Iterable<Kopecks>): Kopecks => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};
