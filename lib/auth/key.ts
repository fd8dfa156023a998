import { createHmac, hkdfSync } from "node:crypto";

/** One 256-bit key per purpose out of AUTH_SECRET, so that no two uses share a key. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "market", purpose, 32));

/** Keyed hash, hex: equal inputs are found again, and without AUTH_SECRET nobody can try guesses against it. */
export const keyedHash = (secret: string, purpose: string, text: string): string =>
  createHmac("sha256", deriveKey(secret, purpose)).update(text).digest("hex");
