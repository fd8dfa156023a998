import { type Day, dayOf } from "#/lib/calendar/day.ts";
import { type Kopecks, parseMoney } from "#/lib/money/kopecks.ts";
import type { StatementRefusal } from "./statement.ts";

const DAY = /^(\d{2})([./])(\d{2})\2(\d{4})(?:[ T,].*)?$/;

/** A bank's date: "16.04.2026", "08/01/2026", "28.09.2023 10:19:04" (the time is dropped). */
export function readDay(text: string): Day | null {
  const match = DAY.exec(text.trim());
  return match ? dayOf(Number(match[4]), Number(match[3]), Number(match[1])) : null;
}

/** A bank's sum, kopeck for kopeck; null where it is not one. */
export function readSum(text: string): Kopecks | null {
  const read = parseMoney(text);
  return read.ok ? read.value : null;
}

/** Account, BIC: as the registers write them, or null where the file is silent. */
export const readCode = (text: string | undefined): string | null => {
  const code = (text ?? "").replace(/\s/g, "").toUpperCase();
  return code === "" ? null : code;
};

const CYRILLIC = "АВСЕНКМОРТ";
const LATIN = "ABCEHKMOPT";

/** УНП with look-alikes folded to Latin and the word before it forgiven; not checked here: a bank's word is a fact. */
export function readUnp(text: string | undefined): string | null {
  const plain = (text ?? "")
    .toUpperCase()
    .replace(/^.*:/, "")
    .replace(/УНП|УНН|UNP|UNN|\s/g, "")
    .replace(/[АВСЕНКМОРТ]/g, (letter) => LATIN[CYRILLIC.indexOf(letter)] as string);
  return /^[0-9A-Z]{2}\d{7}$/.test(plain) ? plain : null;
}

const CLIP = 80;

export const badLine = (line: number, key: string, text: string): StatementRefusal => ({
  code: "statement.bad_line",
  params: { line, key, text: text.length > CLIP ? `${text.slice(0, CLIP)}…` : text },
});
