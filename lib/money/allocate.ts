import type { Kopecks } from "./kopecks.ts";

/**
 * Splits a sum into equal parts and loses nothing: the kopecks that do not divide go to the first parts, one each.
 * @throws RangeError for a negative sum or for less than one part.
 */
export function allocateEvenly(total: Kopecks, parts: number): Kopecks[] {
  if (total < 0n || !Number.isSafeInteger(parts) || parts < 1)
    throw new RangeError("allocateEvenly: total ≥ 0, parts ≥ 1");
  const share = total / BigInt(parts);
  const spare = Number(total % BigInt(parts));
  return Array.from({ length: parts }, (_, index) => (index < spare ? share + 1n : share));
}
