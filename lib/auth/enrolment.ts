import { deriveKey, keyedHash } from "./key.ts";
import { secretText } from "./totp.ts";

const CODES = 10;
/** No letters that are taken for digits, none that make words. */
const ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ";

/**
 * The authenticator's secret and the recovery codes that a session is offered, the same at every look until they are
 * confirmed: derived from AUTH_SECRET and the session, so nothing is stored, and no action carries them in its answer.
 */
export function enrolmentOffer(secret: string, sessionId: string): { secret: string; codes: string[] } {
  const bytes = deriveKey(secret, `enrolment:${sessionId}`);
  return {
    secret: secretText(bytes.subarray(0, 20)),
    codes: Array.from({ length: CODES }, (_, index) => codeFrom(deriveKey(secret, `recovery:${sessionId}:${index}`))),
  };
}

/** 16 signs of 27: 76 bits, in four groups. */
function codeFrom(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  for (; text.length < 16; number /= 27n) text += ALPHABET[Number(number % 27n)];
  return text.replace(/(.{4})(?=.)/g, "$1-");
}

const written = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, "");
export const isRecoveryCode = (code: string): boolean => written(code).length === 16;

/** Keyed, and bound to the person: a stolen table is of no use, and one UPDATE finds the code. */
export const recoveryHash = (secret: string, userId: string, code: string): string =>
  keyedHash(secret, "recovery", `${userId}:${written(code)}`);
