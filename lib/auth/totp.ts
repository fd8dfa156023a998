import { Secret, TOTP } from "otpauth";

const PERIOD = 30;
const ISSUER = "Smart-CG Market";

const totpOf = (secret: string, label = "") =>
  new TOTP({ issuer: ISSUER, label, algorithm: "SHA1", digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) });

/** Text of an authenticator's secret (base32) from 20 bytes. */
export const secretText = (bytes: Uint8Array): string => new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;

export const otpauthUri = (secret: string, account: string): string => totpOf(secret, account).toString();

/** What an authenticator shows at an instant. */
export const totpCode = (secret: string, at: Date): string => totpOf(secret).generate({ timestamp: at.getTime() });

/**
 * The 30-second step that `code` belongs to, one step of clock drift allowed either way; null for a wrong code and for
 * one of a step that was already used (RFC 6238 5.2: a code is good once). Store the step with the same condition.
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const drift = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (drift === null) return null;
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + drift;
  return lastStep !== null && step <= lastStep ? null : step;
}
