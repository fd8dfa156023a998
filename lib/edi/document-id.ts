import { parseDocumentNumber } from "#/lib/documents/number.ts";
import { checkGln } from "#/lib/requisites/gln.ts";

/** ООО «Электронные документы и накладные» among the providers of electronic documents. */
export const EDN_PROVIDER = "002";
/** BLRDOC: an electronic document of free form. */
const BLRDOC_KIND = "01";

/**
 * `CCC-GGGGGGGGGGGGG-DD-N`: provider, the sender's GLN, kind, our number. Told by the act and the try alone, so a retry after a
 * crash is the same document to the operator. Throws on a number or a GLN that is none: a defect of the caller.
 */
export function ediDocumentId({ gln, number, attempt }: { gln: string; number: string; attempt: number }): string {
  if (!checkGln(gln).valid) throw new RangeError("not a GLN");
  if (!parseDocumentNumber(number)?.valid) throw new RangeError("not a number of a document");
  if (!Number.isInteger(attempt) || attempt < 1 || attempt > 99) throw new RangeError("attempt");
  return `${EDN_PROVIDER}-${gln}-${BLRDOC_KIND}-${number.replaceAll("-", "")}${String(attempt).padStart(2, "0")}`;
}

const FORM = /^\d{3}-(\d{13})-\d{2}-\d{1,25}$/;

/** True for a text of that form with a right GLN in it, anybody's. */
export function isEdiDocumentId(text: string): boolean {
  const gln = FORM.exec(text)?.[1];
  return gln !== undefined && checkGln(gln).valid;
}
