import "server-only";

import { headers } from "next/headers";

import type { Origin } from "#/db/writes/evidence.ts";
import { keyedHash } from "#/lib/auth/key.ts";
import { env } from "#/lib/env.ts";
import { canonicalJson } from "#/lib/evidence/chain.ts";

/**
 * Next lets a request without `Origin` through and trusts forwarded hosts, so the wrapper asks for itself: `Origin` must be
 * there and be ours, and a browser that says where the request came from must say "same-origin".
 */
export async function sameOrigin(): Promise<boolean> {
  const sent = await headers();
  return isSameOrigin(sent.get("origin"), sent.get("sec-fetch-site"), ourOrigins());
}

/** The public origin; a demonstration on this machine may also be opened by its number. */
function ourOrigins(): string[] {
  const { PUBLIC_ORIGIN, APP_MODE, PORT } = env();
  return APP_MODE === "production"
    ? [PUBLIC_ORIGIN]
    : [PUBLIC_ORIGIN, `http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`];
}

export function isSameOrigin(origin: string | null, fetchSite: string | null, allowed: readonly string[]): boolean {
  if (origin === null || !allowed.includes(origin)) return false;
  return fetchSite === null || fetchSite === "same-origin";
}

/** Address and browser of the person who acts, for evidence and limits. One proxy hop is trusted: the one that we ship. */
export async function requestOrigin(): Promise<Origin> {
  const sent = await headers();
  const forwarded = sent.get("x-real-ip") ?? sent.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return { address: forwarded ?? null, browser: sent.get("user-agent")?.slice(0, 300) ?? null };
}

/** Keyed, because what was sent may hold a password: a plain hash of it in the table would invite guessing. */
export const requestHash = (input: unknown): string => keyedHash(env().AUTH_SECRET, "request", canonicalJson(input));
