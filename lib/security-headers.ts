/** Only what we send ourselves; scripts and styles by this page's nonce. `eval` is React's, in development alone. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Of our own only a sandboxed letter lets itself be framed; a page keeps the policy of the first one while links are followed.
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    "report-uri /api/csp-report",
  ].join("; ");
}

/** For what is no page: files and answers to programs run nothing, wherever they are opened. */
export const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** A letter as mail programs draw it: its own styles, nothing fetched, nothing run; only our own pages may frame it. */
export const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
const LETTER = /^\/api\/mail\/templates\/[^/]+$/;

export function policyOf(pathname: string, nonce: string, development: boolean): string {
  if (LETTER.test(pathname)) return LETTER_POLICY;
  return pathname.startsWith("/api/") ? API_POLICY : contentSecurityPolicy(nonce, development);
}

/** Addresses that carry a one-time token, which no other site may learn from a referrer. */
const WITH_TOKEN = /^\/(confirm|reset|invitation)\//;
/**
 * Pages with somebody's data, and the forms that lead to them: no cache keeps them, back shows nothing. Of the answers to
 * programs only published documents are everybody's.
 */
const PRIVATE =
  /^\/(cabinet|staff|account|api(?!\/documents(?:\/[^/]+\/(?:feed|\d+\/(?:pdf|json|text|csv|xlsx)))?$)|sign-in|sign-up|confirm|reset|invitation)(\/|$)/;

const ALWAYS: readonly [string, string][] = [
  ["x-content-type-options", "nosniff"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
];

/** Headers of every answer but the policy. HSTS only where the public origin is https: a browser remembers it for years. */
export function securityHeaders(pathname: string, https: boolean): [string, string][] {
  return [
    ...ALWAYS,
    ["x-frame-options", LETTER.test(pathname) ? "SAMEORIGIN" : "DENY"],
    ["referrer-policy", WITH_TOKEN.test(pathname) ? "no-referrer" : "strict-origin-when-cross-origin"],
    ...(PRIVATE.test(pathname) ? ([["cache-control", "private, no-store"]] as [string, string][]) : []),
    ...(https ? ([["strict-transport-security", "max-age=63072000; includeSubDomains"]] as [string, string][]) : []),
  ];
}
