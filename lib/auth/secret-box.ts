import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import { deriveKey } from "./key.ts";

/** A key of its own for each kind of secret. */
type Purpose = "second-factor" | "bank";

/** AES-256-GCM; `whose` is bound in, so a sealed secret moved to another person's row does not open. "v1.iv.text.tag". */
export function seal(secret: string, whose: string, plain: string, purpose: Purpose = "second-factor"): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(secret, purpose), iv).setAAD(Buffer.from(whose));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return ["v1", ...[iv, text, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
}

/** Throws where the text was changed, belongs to somebody else or to another AUTH_SECRET. */
export function unseal(secret: string, whose: string, sealed: string, purpose: Purpose = "second-factor"): string {
  const [version, ...parts] = sealed.split(".");
  const [iv, text, tag] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== "v1" || !iv || !text || tag?.length !== 16) throw new Error("not a sealed secret");
  const decipher = createDecipheriv("aes-256-gcm", deriveKey(secret, purpose), iv)
    .setAAD(Buffer.from(whose))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
}
