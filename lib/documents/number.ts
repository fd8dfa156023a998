/**
 * Number of an invoice or an act: `YY-NNNNNN-C`, as in 26-000145-7. Year of issue, the gapless sequence of that year
 * (six digits, seven past 999 999), check digit. Digits only, because payers' letters come back from banks in the
 * wrong alphabet; one scheme for both kinds: the kind is told by the document, never by the number.
 */
export type DocumentNumber = {
  /** Four digits. */
  year: number;
  sequence: number;
  /** The check digit agrees and the number is written as this program writes it. */
  valid: boolean;
};

/**
 * Damm's quasigroup of order 10: its check digit catches every wrong digit and every swap of two neighbours, 09 ↔ 90
 * included, which Luhn lets through.
 */
const DAMM = [
  ...["0317598642", "7092154863", "4206871359", "1750983426", "6123045978"],
  ...["3674209581", "5869720134", "8945362017", "9438617205", "2581436790"],
] as const;

/**
 * Where the chain starts. Any start catches the same errors; not zero, so that a number of another seller who uses
 * plain Damm does not pass for ours. It must never change: issued numbers rest on it.
 */
const START = 4;

/** Check digit of the digits of year and sequence, in order. */
function checkDigit(digits: string): number {
  let interim = START;
  for (const digit of digits) interim = Number((DAMM[interim] as string)[Number(digit)]);
  return interim;
}

/** `invoiceNumber(2026, 145)` → "26-000145-7". Throws on what no series holds: it is a defect of the caller, not input. */
export function invoiceNumber(year: number, sequence: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 2099) throw new RangeError(`year ${year}`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 9_999_999) throw new RangeError(`sequence ${sequence}`);
  const yy = String(year % 100).padStart(2, "0");
  const nnnnnn = String(sequence).padStart(6, "0");
  return `${yy}-${nnnnnn}-${checkDigit(yy + nnnnnn)}`;
}

const WRITTEN = /^(\d{2})-(\d{6}|[1-9]\d{6})-(\d)$/;

/** Reads a number as the program writes it; null for any other text. People's spellings are `lib/statement/purpose.ts`. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [, yy = "", digits = "", check = ""] = match;
  const sequence = Number(digits);
  return { year: 2000 + Number(yy), sequence, valid: sequence > 0 && checkDigit(yy + digits) === Number(check) };
}
