import { parseDocumentNumber } from "#/lib/documents/number.ts";
import { type Kopecks, parseMoney } from "#/lib/money/kopecks.ts";
import { checkPortal } from "#/lib/requisites/portal.ts";

/** What a person may have meant by what they typed into a search; several readings may hold at once. */
export type SearchTerms = {
  /** A number of an invoice or an act as the program writes it. */
  number: string | null;
  /** Only the sequence of a number: "145" of 26-000145-7. */
  sequence: number | null;
  unp: string | null;
  portal: string | null;
  amount: Kopecks | null;
  /** The text as a part of a name, wildcards of LIKE made plain. */
  name: string | null;
};

/** Reads a search once for contracts and payments alike: digits glued, dashes of any kind, "№" and currency forgiven. */
export function readSearch(text: string): SearchTerms {
  const plain = text
    .trim()
    .replace(/^(счёт|счет|акт|договор|унп|№|N)\s*[№N]?\s*/iu, "")
    .replace(/[–—−]/g, "-");
  const digits = plain.replace(/[\s-]/g, "");
  const glued = /^\d{9,10}$/.test(digits) ? `${digits.slice(0, 2)}-${digits.slice(2, -1)}-${digits.slice(-1)}` : null;
  const number = glued && parseDocumentNumber(glued)?.valid ? glued : null;
  const portal = /[\p{L}\d]\.\p{L}{2}/u.test(plain) && !plain.includes(" ") ? checkPortal(plain) : null;
  const money = /^[\d\s\u00a0\u202f]+([.,]\d{1,2})?(\s*(byn|руб\.?))?$/iu.test(plain)
    ? parseMoney(plain.replace(/\s*(byn|руб\.?)$/iu, ""))
    : null;
  const letters = /\p{L}{2}/u.test(plain) && !portal?.valid && !money?.ok;
  const spaceless = plain.replace(/\s/g, "");
  return {
    number,
    sequence: /^\d{1,7}$/.test(plain) ? Number(plain) : null,
    unp: /^(\d{9}|[A-ZА-Я]{2}\d{7})$/iu.test(spaceless) ? spaceless.toUpperCase() : null,
    portal: portal?.valid ? (portal.host ?? null) : null,
    amount: money?.ok ? money.value : null,
    name: letters ? plain.replace(/[\\%_]/g, "\\$&") : null,
  };
}
