import "server-only";

import { cookies, headers } from "next/headers";

import { type Locale, localeOr } from "#/lib/messages/locales.ts";

/** The language of this request as the proxy found it; without the proxy the cookie says it, else Russian. */
export async function requestLocale(): Promise<Locale> {
  return localeOr((await headers()).get("x-locale") ?? (await cookies()).get("locale")?.value);
}
