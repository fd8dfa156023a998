import { foldCode } from "./homoglyphs.ts";

export type UnpReason = "unp.length" | "unp.characters" | "unp.check_digit" | "unp.not_issued";

/**
 * `value` is the number as it is stored, also when it is wrong. `kind` is null only for a wrong number; a company and a
 * sole proprietor cannot be told apart by it, both are "organisation". `expectedCheckDigit` comes with "unp.check_digit".
 */
export type UnpCheck =
  | { valid: true; value: string; reason: null; kind: "organisation" | "individual" }
  | { valid: false; value: string; reason: UnpReason; kind: null; expectedCheckDigit?: number };

const SHAPE = /^(?:\d{2}|[ABCEHKM][ABCEHKMOPT])\d{7}$/;
const PREFIX = /^\s*(?:УНП|UNP)[\s:№]*/iu;
const WEIGHTS = [29, 23, 19, 17, 13, 7, 5, 3];
const SECOND_LETTERS = "ABCEHKMOPT";

/** Payer's number of Belarus (Resolution of the Ministry of Taxes of 31.12.2003 №127): nine characters, mod 11. */
export function checkUnp(text: string): UnpCheck {
  const value = foldCode(text.replace(PREFIX, ""));
  const refused = (reason: UnpReason) => ({ valid: false, value, reason, kind: null }) as const;
  if (value.length !== 9) return refused("unp.length");
  if (!SHAPE.test(value)) return refused("unp.characters");
  const expected = remainder(value);
  if (expected === 10) return refused("unp.not_issued");
  if (expected !== Number(value[8])) return { ...refused("unp.check_digit"), expectedCheckDigit: expected };
  return { valid: true, value, reason: null, kind: /^\d/.test(value) ? "organisation" : "individual" };
}

/** Of the first eight characters; 10 means that no such number is given out. */
function remainder(value: string): number {
  // The first letter counts as in base 36, the second by its place among the ten that may stand there.
  const values = Array.from(value.slice(0, 8), (letter, index) =>
    index === 1 && /\D/.test(letter) ? SECOND_LETTERS.indexOf(letter) : Number.parseInt(letter, 36),
  );
  return WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0) % 11;
}
