export type GlnReason = "gln.length" | "gln.characters" | "gln.check_digit";
export type GlnCheck =
  | { valid: true; value: string; reason: null }
  | { valid: false; value: string; reason: GlnReason; expectedCheckDigit?: number };

/** Global location number: the address of a party in electronic document exchange. 13 digits, GS1 mod 10. */
export function checkGln(text: string): GlnCheck {
  const value = text.replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, "");
  if (!/^\d*$/.test(value)) return { valid: false, value, reason: "gln.characters" };
  if (value.length !== 13) return { valid: false, value, reason: "gln.length" };
  const weighted = Array.from(value.slice(0, 12)).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1),
    0,
  );
  const expected = (10 - (weighted % 10)) % 10;
  if (expected === Number(value[12])) return { valid: true, value, reason: null };
  return { valid: false, value, reason: "gln.check_digit", expectedCheckDigit: expected };
}
