/** Ways in that would lead back to the form, and addresses that are no pages. */
const NOT_PAGES = /^\/(api|sign-in|sign-up|reset|confirm|invitation|_next)(\/|\?|#|$)/;

/**
 * A path of our own site or null. Whatever a browser could read as another host ("//evil", "/\evil", "https:") and line
 * breaks are refused by parsing it as a browser does.
 */
export function ownPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 1000 || !value.startsWith("/")) return null;
  if (/[\p{Cc}\\]/u.test(value)) return null;
  const url = URL.parse(value, "http://own.invalid");
  if (url?.origin !== "http://own.invalid" || url.pathname.startsWith("//")) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Where to go on after signing in. */
export function safeNext(value: unknown): string | null {
  const path = ownPath(value);
  return path === null || NOT_PAGES.test(path) ? null : path;
}

/** A page with the way back, if there is a safe one, and other parameters of its own. */
export function withNext(path: string, next: unknown, others: Record<string, string> = {}): string {
  const safe = safeNext(next);
  const query = new URLSearchParams(safe ? { ...others, next: safe } : others).toString();
  return query ? `${path}?${query}` : path;
}
