import { parseDocumentNumber } from "#/lib/documents/number.ts";
import { foldCode } from "#/lib/requisites/homoglyphs.ts";

/** Weights of UPU standard S10 for the eight digits before the check digit. */
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

export type TrackingReason = "form" | "check_digit";
export type TrackingCheck = { valid: boolean; value: string; reason: TrackingReason | null };

/** Number of a registered item by UPU S10: two letters, eight digits, a check digit, two letters of the country. */
export function checkTracking(text: string): TrackingCheck {
  const value = foldCode(text).replace(/[\s-]/g, "");
  const [, digits = "", check] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(value) ?? [];
  if (check === undefined) return { valid: false, value, reason: "form" };
  const total = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
  const rest = 11 - (total % 11);
  const expected = rest === 10 ? 0 : rest === 11 ? 5 : rest;
  return expected === Number(check)
    ? { valid: true, value, reason: null }
    : { valid: false, value, reason: "check_digit" };
}

export type TrackingTrouble = TrackingReason | "no_act" | "line" | "act_twice" | "tracking_twice";
export type TrackingLine = {
  line: number;
  number: string;
  tracking: string;
  trouble: TrackingTrouble | null;
};

/**
 * What a person pasted: one act a line, its number and the number of its item in any order, parted by blanks, a tab, a dash or an
 * arrow. `waiting` are the numbers of acts that may be sent. Empty lines are nothing.
 */
export function readTrackingLines(text: string, waiting: ReadonlySet<string>): TrackingLine[] {
  const lines = text.split(/\r?\n/).flatMap((line, at) => (line.trim() ? [readLine(line, at + 1, waiting)] : []));
  const seen = { number: new Set<string>(), tracking: new Set<string>() };
  return lines.map((line) => {
    if (line.trouble) return line;
    if (seen.number.has(line.number)) return { ...line, trouble: "act_twice" };
    if (seen.tracking.has(line.tracking)) return { ...line, trouble: "tracking_twice" };
    seen.number.add(line.number);
    seen.tracking.add(line.tracking);
    return line;
  });
}

function readLine(text: string, line: number, waiting: ReadonlySet<string>): TrackingLine {
  const number = text.match(/\b\d{2}-\d{6,7}-\d\b/)?.[0] ?? "";
  const rest = (number ? text.replace(number, " ") : text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (!number || !rest) return { line, number, tracking: rest, trouble: "line" };
  const { value, reason } = checkTracking(rest);
  const known = parseDocumentNumber(number)?.valid && waiting.has(number);
  return { line, number, tracking: value, trouble: known ? reason : "no_act" };
}
