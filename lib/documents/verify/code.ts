import { foldCode } from "#/lib/requisites/homoglyphs.ts";

/** Crockford's base 32: no I, L, O, U, so that a code read out or typed from paper means one thing. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const PAPER_CODE_LETTERS = 12;
const CODE = new RegExp(`^[${ALPHABET}]{${PAPER_CODE_LETTERS}}$`);
const SHA256 = /^[0-9a-f]{64}$/;
/** Longer than any code or address of one: nobody's page is made of it. */
const LONGEST = 300;

/** Sixty unguessable bits for one paper. `random`: twelve bytes of a cryptographic source, one a letter. */
export function paperCode(random: Uint8Array): string {
  if (random.length !== PAPER_CODE_LETTERS)
    throw new RangeError(`${random.length} bytes for ${PAPER_CODE_LETTERS} letters`);
  return [...random].map((byte) => ALPHABET.charAt(byte & 31)).join("");
}

/** "K7QM-2X9D-4RTN": as it is printed. */
export const formatPaperCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

/**
 * A code as people type it, or the address under a QR code, or the sha256 of a file: lower case, Cyrillic look-alikes, O for 0, I and L
 * for 1, any dashes. Null for what no paper carries.
 */
export function readPaperCode(typed: string): string | null {
  if (typed.length > LONGEST) return null;
  const last =
    typed
      .trim()
      .replace(/[?#].*$/s, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  if (SHA256.test(last.toLowerCase())) return last.toLowerCase();
  const folded = foldCode(last)
    .replace(/[^\dA-ZА-Я]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return CODE.test(folded) ? folded : null;
}
