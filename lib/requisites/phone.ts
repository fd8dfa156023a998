export type PhoneReason = "phone.characters" | "phone.length" | "phone.code" | "phone.country";
export type PhoneCheck =
  | { valid: true; value: string; reason: null }
  | { valid: false; value: string; reason: PhoneReason };

/** After 375: mobile 25, 29, 33, 44; towns 15x to 17 and 21x to 23x. */
const BELARUS_CODE = /^(?:25|29|33|44|1[567]|2[123])/;

/**
 * "+375 29 123-45-67", "375291234567", "8 (029) 123-45-67", "029 1234567", "29 1234567" → "+375291234567". Numbers of
 * other countries are taken with their "+" and kept as E.164; without it the country would be a guess.
 */
export function checkPhone(text: string): PhoneCheck {
  const typed = text
    .trim()
    .replace(/[\s().\-\u2010-\u2015\u200B-\u200F\u2060\uFEFF]/g, "")
    .replace(/^00/, "+");
  const refused = (reason: PhoneReason) => ({ valid: false, value: typed, reason }) as const;
  if (!/^\+?\d+$/.test(typed)) return refused(typed === "" ? "phone.length" : "phone.characters");
  const digits = typed.replace(/^\+/, "");
  const national = /^(?:375|80|0)?(\d{9})$/.exec(digits)?.[1];
  const foreign = typed.startsWith("+") && !digits.startsWith("375");
  if (foreign) {
    if (digits.length < 8 || digits.length > 15) return refused("phone.length");
    return /^(?:0|80)/.test(digits) ? refused("phone.country") : { valid: true, value: `+${digits}`, reason: null };
  }
  if (!national) return refused(digits.length > 10 && !/^(?:375|80)/.test(digits) ? "phone.country" : "phone.length");
  return BELARUS_CODE.test(national) ? { valid: true, value: `+375${national}`, reason: null } : refused("phone.code");
}

/** "+375 29 123-45-67"; numbers of other countries as they are stored. */
export const formatPhone = (phone: string): string =>
  phone.replace(/^\+375(\d\d)(\d{3})(\d\d)(\d\d)$/, "+375 $1 $2-$3-$4");
