import { type NextRequest, NextResponse } from "next/server";

import { localeOr } from "#/lib/messages/locales.ts";
import { policyOf, securityHeaders } from "#/lib/security-headers.ts";

/**
 * Headers only: a nonce for every page, the language, and where the request is (for the way back after signing in).
 * Nothing is guarded here; every page and action asks for itself, and the site is as safe without this file.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const development = process.env.NODE_ENV === "development";
  const policy = policyOf(pathname, nonce, development);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-locale", localeOr(request.cookies.get("locale")?.value));
  headers.set("x-path", `${pathname}${search}`);
  headers.delete("x-theme");
  const theme = request.cookies.get("theme")?.value;
  if (theme === "light" || theme === "dark") headers.set("x-theme", theme);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const https = process.env.PUBLIC_ORIGIN?.startsWith("https:") ?? false;
  for (const [name, value] of securityHeaders(pathname, https)) response.headers.set(name, value);
  // Signed out on a shared computer: what was kept of the cabinet's pages goes. Only our own page may ask for that.
  if (
    request.nextUrl.searchParams.get("note") === "signed-out" &&
    request.headers.get("sec-fetch-site") === "same-origin"
  )
    response.headers.set("clear-site-data", '"cache"');
  return response;
}

export const config = {
  // Uploads stay out: with a proxy in their way Next cuts bodies at 10 MB and says 200.
  matcher: ["/((?!api/uploads|_next/static|_next/image|fonts/|favicon).*)"],
};
