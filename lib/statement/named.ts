import type { Day } from "#/lib/calendar/day.ts";
import { fold } from "./purpose/fold.ts";
import type { NumberInPurpose, PurposeReading } from "./purpose.ts";

const numberKey = (number: string) => fold(number).replace(/[^А-ЯA-ZІЎ0-9]/g, "");

/** Where the purpose names this invoice, in whatever spelling; null where it does not. */
export function mentionOf(reading: PurposeReading, number: string): NumberInPurpose | null {
  const key = numberKey(number);
  return reading.numbers.find((one) => numberKey(one.number) === key) ?? null;
}

/** 3.4 wants both in the purpose: the invoice's number and its date. What lacks either is set only at discretion. */
export const isNamed = (reading: PurposeReading, invoice: { number: string; issuedOn: Day }): boolean =>
  mentionOf(reading, invoice.number)?.date === invoice.issuedOn;
