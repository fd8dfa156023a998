/** Only what we send ourselves; scripts and styles by this page's nonce. `eval` is React's, in development alone. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
    "report-uri /api/csp-report",
  ].join("; ");
}

/** For what is no page: files and answers to programs run nothing, wherever they are opened. */
export const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Addresses that carry a one-time token, which no other site may learn from a referrer. */
const WITH_TOKEN = /^\/(confirm|reset|invitation)\//;
/**
 * Pages with somebody's data, and the forms that lead to them: no cache keeps them, back shows nothing. Of the answers to
 * programs only published documents are everybody's.
 */
const PRIVATE =
  /^\/(cabinet|staff|account|api(?!\/documents\/[^/]+\/\d+\/pdf$)|sign-in|sign-up|confirm|reset|invitation)(\/|$)/;

const ALWAYS: readonly [string, string][] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
];

/** Headers of every answer but the policy. HSTS only where the public origin is https: a browser remembers it for years. */
export function securityHeaders(pathname: string, https: boolean): [string, string][] {
  return [
    ...ALWAYS,
    ["referrer-policy", WITH_TOKEN.test(pathname) ? "no-referrer" : "strict-origin-when-cross-origin"],
    ...(PRIVATE.test(pathname) ? ([["cache-control", "private, no-store"]] as [string, string][]) : []),
    ...(https ? ([["strict-transport-security", "max-age=63072000; includeSubDomains"]] as [string, string][]) : []),
  ];
}
