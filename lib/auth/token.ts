import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as 43 characters: a session's or a link's secret. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database knows of a token. Plain SHA-256 is enough: 256 random bits cannot be guessed. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
