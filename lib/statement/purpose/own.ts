import { parseDocumentNumber } from "#/lib/documents/number.ts";
import { readUnp } from "../fields.ts";
import { dateAt } from "./dates.ts";
import { DIGIT, digitsOf } from "./fold.ts";
import { before } from "./words.ts";

export type OwnNumber = { number: string; at: number; end: number; known: boolean };

const MARK = "\\s{0,2}[-‐‑‒–—―−./_,\\\\]\\s{0,2}";
const GAP = `(?:${MARK}|\\s{1,3})?`;

/** Both marks are there: a space or a line break may cut any of the groups. */
const MARKED = [6, 7].map(
  (length) => new RegExp(`(\\d\\s?\\d)${MARK}((?:${DIGIT}\\s?){${length - 1}}${DIGIT})${MARK}(${DIGIT})`, "y"),
);
/** Marks, spaces or nothing between the groups. */
const LOOSE = [6, 7].map((length) => new RegExp(`(\\d{2})(${GAP})(${DIGIT}{${length}})(${GAP})(${DIGIT})`, "y"));

const LONE_DIGIT = new RegExp(`^(?:${MARK}|\\s)\\d(?!\\d)`);

const asNumber = (year: string, sequence: string, check: string) =>
  `${digitsOf(year)}-${digitsOf(sequence)}-${digitsOf(check)}`;

/** Years this program can have issued in; anything else of this shape is somebody's telephone. */
const proven = (number: string) => {
  const read = parseDocumentNumber(number);
  return read?.valid === true && read.year >= 2020 && read.year < 2060;
};

/** Nothing of a longer number on the right: no digit, unless a date is glued on; no letter taken for the check digit. */
function endsHere(folded: string, end: number): boolean {
  const next = folded[end] ?? "";
  if (/\d/.test(next)) return dateAt(folded, end, true) !== null;
  return /\d/.test(folded[end - 1] as string) || !/[А-ЯA-ZІЎ]/.test(next);
}

function marked(folded: string, at: number): OwnNumber | null {
  let mistyped: OwnNumber | null = null;
  const said = before(folded, at);
  // A contract, an order, a card may be numbered in our very shape: called so, it is no invoice.
  if (said === "never" || said === "other") return null;
  for (const pattern of MARKED) {
    pattern.lastIndex = at;
    const [whole, year = "", sequence = "", check = ""] = pattern.exec(folded) ?? [];
    if (!whole || !endsHere(folded, at + whole.length)) continue;
    const number = asNumber(year, sequence, check);
    const found = { number, at, end: at + whole.length, known: true };
    if (proven(number)) return found;
    // Our shape, wrong check digit: a slip of the hand, worth showing when it is called an invoice, never worth trusting.
    if ((said === "invoice" || said === "sign") && /^\d\d-\d{6,7}-\d$/.test(whole))
      mistyped ??= { ...found, known: false };
  }
  return mistyped;
}

function loose(folded: string, at: number): OwnNumber | null {
  for (const pattern of LOOSE) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (!match) continue;
    const [whole, year = "", first = "", sequence = "", second = "", check = ""] = match;
    const end = at + whole.length;
    const number = asNumber(year, sequence, check);
    if (!endsHere(folded, end) || !proven(number)) continue;
    const said = before(folded, at);
    if (said === "never" || said === "other") return null;
    const hasMark = /[^\s]/.test(first + second);
    // Without a mark it may be part of a longer row of figures.
    if (!hasMark && /\d\s$/.test(folded.slice(Math.max(0, at - 2), at))) continue;
    if (!hasMark && /^\s\d/.test(folded.slice(end)) && !dateAt(folded, end + 1, true)) continue;
    // «35.1068094.7»: the check digit of a longer number stands apart, and the row was cut one figure short.
    if (second === "" && LONE_DIGIT.test(folded.slice(end, end + 5))) continue;
    const glued = first === "" && second === "";
    if (glued && said !== "invoice" && !standsAlone(folded, at, end, sequence)) continue;
    return { number, at, end, known: true };
  }
  return null;
}

const WEIGHTS = [29, 23, 19, 17, 13, 7, 5, 3];
const readsAsUnp = (digits: string) =>
  readUnp(digits) !== null &&
  WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11 === Number(digits[8]);

/**
 * One random row of nine figures in ten passes the check digit, so bare figures need more: the zeros of our sequence,
 * and where they would do for a УНП as well, a date beside them or nothing else in the purpose at all.
 */
function standsAlone(folded: string, at: number, end: number, sequence: string): boolean {
  if (!sequence.startsWith("0")) return false;
  const whole = folded.slice(at, end);
  return !readsAsUnp(whole) || folded.trim() === whole || dateAt(folded, end + 1, false) !== null;
}

/** Every number of our own shape in a folded purpose, left to right, none inside another or inside a longer figure. */
export function ownNumbers(folded: string): OwnNumber[] {
  const found: OwnNumber[] = [];
  let free = 0;
  for (let at = 0; at < folded.length - 8; at++) {
    if (at < free || !/\d/.test(folded[at] as string)) continue;
    const left = folded.slice(Math.max(free, at - 2), at);
    if (/\d$|\d[-./_]$/.test(left)) continue;
    const number = marked(folded, at) ?? loose(folded, at);
    if (!number) continue;
    found.push(number);
    free = number.end;
  }
  return found;
}
