import type { Kopecks } from "./kopecks.ts";

/**
 * How the seller stands to VAT on a date (the setting is dated): outside it, with the legal basis that the invoice and
 * the act print, or 20 % contained in the price (Tax Code art. 115).
 */
export type VatMode = { kind: "none"; basis: string } | { kind: "included"; rate: 20 };

/** `net + vat` is always exactly `gross`. */
export type VatSplit = { gross: Kopecks; net: Kopecks; vat: Kopecks };

/** Round half up: 2.5 → 3. For amounts of zero and more; the denominator is positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (numerator < 0n || denominator <= 0n) throw new RangeError("divideHalfUp: numerator ≥ 0, denominator > 0");
  return (2n * numerator + denominator) / (2n * denominator);
}

/**
 * Takes the VAT out of a price that contains it: net = half up of gross × 100 / (100 + rate), vat = what is left.
 * @throws RangeError for a negative sum: a correction is split as the document that it corrects.
 */
export function splitVat(gross: Kopecks, mode: VatMode): VatSplit {
  if (gross < 0n) throw new RangeError("splitVat: gross ≥ 0");
  if (mode.kind === "none") return { gross, net: gross, vat: 0n };
  const net = divideHalfUp(gross * 100n, 100n + BigInt(mode.rate));
  return { gross, net, vat: gross - net };
}
