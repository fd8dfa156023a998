import { COMMON } from "./common-passwords.ts";

const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;

type PasswordReason =
  | "password.too_short"
  | "password.too_long"
  | "password.common"
  | "password.email"
  | "password.simple";

/**
 * Why a new password is refused; null for a good one. Any character counts, nothing else is demanded: length and not
 * being the first guess are what helps (NIST SP 800-63B, ASVS 6.2).
 */
export function passwordReason(password: string, email: string): PasswordReason | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "password.too_short";
  if (length > PASSWORD_MAX) return "password.too_long";
  const lower = password.normalize("NFKC").toLowerCase();
  if (COMMON.has(lower) || COMMON.has(stem(lower))) return "password.common";
  const local = email.split("@")[0]?.toLowerCase() ?? "";
  if (local.length >= 3 && lower.includes(local)) return "password.email";
  return isSimple(lower) ? "password.simple" : null;
}

/** "!!Password2026!" is still "password": digits and signs around a word are the first that is tried. */
const stem = (lower: string) => lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");

/** Few different signs, a short piece repeated, or a walk up or down the alphabet or the digits. */
function isSimple(lower: string): boolean {
  const signs = [...lower];
  if (new Set(signs).size < 5) return true;
  if (/^(.{1,5})\1+.{0,4}$/u.test(lower)) return true;
  const steps = signs.slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - (signs[at]?.codePointAt(0) ?? 0));
  return steps.filter((step) => step === 1 || step === -1 || step === 0).length >= steps.length * 0.8;
}
