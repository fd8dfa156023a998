import "server-only";

import { safeNext } from "#/lib/auth/next-path.ts";
import { translator } from "#/lib/messages/messages.ts";
import { requestLocale } from "./request-locale.ts";

export type AuthQuery = Promise<Record<string, string | string[] | undefined>>;

/** What the pages of this room begin with: the language, its words, and the safe way on. */
export async function authPage(query?: AuthQuery) {
  const locale = await requestLocale();
  const { next, note } = (await query) ?? {};
  return { locale, t: translator(locale, "auth"), next: safeNext(next), note: typeof note === "string" ? note : null };
}
