import "server-only";

import { headers } from "next/headers";
import type { z } from "zod";

import type { Origin } from "#/db/writes/evidence.ts";
import type { CodeParams, Refusal } from "#/lib/action-result.ts";
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

/** zod's findings by field name; every message of our schemas is a code. */
export function fieldRefusals(error: z.ZodError): Record<string, Refusal> {
  const fields: Record<string, Refusal> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= refusalOf(issue);
  return fields;
}

const refusalOf = (issue: z.core.$ZodIssue): Refusal => {
  if (!/^[a-z][\w-]*\.[\w-]+$/.test(issue.message))
    return { code: issue.code === "invalid_type" ? "field.required" : "field.invalid" };
  const params = paramsOf(issue);
  return params ? { code: issue.message, params } : { code: issue.message };
};

/** What a sentence needs to say: the limit that was passed, or what the check itself gave. */
function paramsOf(issue: z.core.$ZodIssue): CodeParams | undefined {
  if (issue.code === "too_big") return { max: Number(issue.maximum) };
  if (issue.code === "too_small") return { min: Number(issue.minimum) };
  return issue.code === "custom" ? (issue.params as CodeParams | undefined) : undefined;
}

/** Keyed, because what was sent may hold a password: a plain hash of it in the table would invite guessing. */
export const requestHash = (input: unknown): string => keyedHash(env().AUTH_SECRET, "request", canonicalJson(input));
