import "server-only";

import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { SESSION_LIFE } from "#/lib/auth/session-life.ts";
import { isToken } from "#/lib/auth/token-format.ts";
import { env } from "#/lib/env.ts";
import type { Locale } from "#/lib/messages/locales.ts";

/**
 * All that next-auth does here: its encrypted JWT, which carries our opaque token and nothing else. Who the token belongs
 * to, and whether it still counts, is asked of the database at every request (docs/decisions/006-next-auth-thin.md).
 */
const MAX_AGE = SESSION_LIFE.customer.total / 1000;
const YEAR = 365 * 24 * 60 * 60;

const secure = () => env().PUBLIC_ORIGIN.startsWith("https:");
/** `__Host-` makes the browser insist on https, this host only and the whole site; on http it would drop the cookie. */
const nameOf = (name: string) => (secure() ? `__Host-${name}` : name);
const options = () => ({ httpOnly: true, secure: secure(), sameSite: "lax", path: "/" }) as const;

export async function readSessionToken(): Promise<string | null> {
  const name = nameOf("session");
  const jwt = (await cookies()).get(name)?.value;
  if (!jwt) return null;
  // Changed, too old, made with another secret: all the same as no cookie.
  const payload = await decode<{ sid?: unknown }>({ token: jwt, secret: env().AUTH_SECRET, salt: name }).catch(
    () => null,
  );
  return isToken(payload?.sid) ? payload.sid : null;
}

export async function keepSessionToken(sid: string): Promise<void> {
  const name = nameOf("session");
  const jwt = await encode({ token: { sid }, secret: env().AUTH_SECRET, salt: name, maxAge: MAX_AGE });
  (await cookies()).set(name, jwt, { ...options(), maxAge: MAX_AGE });
}

export async function dropSessionToken(): Promise<void> {
  (await cookies()).set(nameOf("session"), "", { ...options(), maxAge: 0 });
}

/** Marks the browser that signs up: only it is signed in by the link in the letter. */
export async function keepSignUpToken(token: string): Promise<void> {
  (await cookies()).set(nameOf("sign-up"), token, { ...options(), maxAge: 60 * 60 });
}

export async function takeSignUpToken(): Promise<string | null> {
  const jar = await cookies();
  const token = jar.get(nameOf("sign-up"))?.value;
  if (token) jar.set(nameOf("sign-up"), "", { ...options(), maxAge: 0 });
  return isToken(token) ? token : null;
}

/** The account's language becomes the browser's. */
export async function keepLocale(locale: Locale): Promise<void> {
  (await cookies()).set("locale", locale, { ...options(), maxAge: YEAR });
}
