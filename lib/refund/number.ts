import { invoiceNumber, parseDocumentNumber } from "#/lib/documents/number.ts";
import { foldCode } from "#/lib/requisites/homoglyphs.ts";

/** «R26-000003-1»: a series of its own, and a letter before it, so that no bank line ever mixes it up with an invoice. */
export const refundNumber = (year: number, sequence: number): string => `R${invoiceNumber(year, sequence)}`;

const WRITTEN = /R\s?(\d{2})[\s-]?(\d{6,7})[\s-]?(\d)(?!\d)/g;

/** Numbers of refunds in a purpose that came back from a bank, those with a right check digit only. */
export function refundNumbersIn(purpose: string): string[] {
  const found = [...fold(purpose).matchAll(WRITTEN)].map(([, year, sequence, check]) => `${year}-${sequence}-${check}`);
  return [...new Set(found.filter((number) => parseDocumentNumber(number)?.valid).map((number) => `R${number}`))];
}

/** Word by word, because `foldCode` takes the blanks away. */
const fold = (text: string) =>
  text
    .slice(0, 2000)
    .split(/\s+/)
    .map((word) => foldCode(word))
    .join(" ");
