import { hashToken, newToken } from "./token.ts";

export const LINK_PURPOSES = ["confirm-email", "reset-password", "invitation", "staff-invitation"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const PATH: Record<LinkPurpose, string> = {
  "confirm-email": "/confirm",
  "reset-password": "/reset",
  invitation: "/invitation",
  "staff-invitation": "/invitation",
};

const MINUTES = 60_000;
/** From the moment the letter was written. An invitation comes unasked, so it waits for three days. */
export const LINK_LIFE_MS: Record<LinkPurpose, number> = {
  "confirm-email": 30 * MINUTES,
  "reset-password": 30 * MINUTES,
  invitation: 3 * 24 * 60 * MINUTES,
  "staff-invitation": 3 * 24 * 60 * MINUTES,
};

export const linkPath = (purpose: LinkPurpose, token: string): string => `${PATH[purpose]}/${token}`;

/**
 * Made by whoever writes the letter: `hash` and a new `expires_at` go to the row, `path` into the letter, and the token
 * itself is nowhere else: neither in the outbox nor in a log.
 */
export function newLink(purpose: LinkPurpose): { token: string; hash: string; path: string } {
  const token = newToken();
  return { token, hash: hashToken(token), path: linkPath(purpose, token) };
}

/** Stands in the row until the letter is written; nobody knows a token that gives it. */
export const placeholderHash = (): string => hashToken(newToken());
