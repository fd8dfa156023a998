import { describe, expect, it } from "vitest";

import { contentSecurityPolicy, policyOf, securityHeaders } from "./security-headers.ts";

const of = (path: string, https = false) => new Map(securityHeaders(path, https));

describe("contentSecurityPolicy", () => {
  it("allows nothing unsafe and nobody else, outside of development", () => {
    const policy = contentSecurityPolicy("bm9uY2U=", false);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("'nonce-bm9uY2U='");
  });
});

describe("policyOf", () => {
  const of = (path: string) => policyOf(path, "bm9uY2U=", false);

  it("lets a letter alone be framed, by our own pages, and run nothing there", () => {
    const letter = of("/api/mail/templates/act-sent");
    expect(letter).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; .*frame-ancestors 'self'; sandbox$/);
    for (const path of ["/", "/staff/mail/templates/act-sent", "/api/files/1", "/api/mail/templates/a/b", "/api/mail"])
      expect(of(path)).toContain("frame-ancestors 'none'");
    expect(of("/api/files/1")).toContain("sandbox");
    expect(of("/staff")).toContain("'nonce-bm9uY2U='");
  });
});

describe("securityHeaders", () => {
  it("says the same about frames to browsers that read the old header", () => {
    expect(of("/api/mail/templates/act-sent").get("x-frame-options")).toBe("SAMEORIGIN");
    for (const path of ["/", "/staff/mail/templates/act-sent", "/api/files/1"])
      expect(of(path).get("x-frame-options")).toBe("DENY");
  });

  it("tells nobody the address of a page with a one-time token", () => {
    for (const path of ["/confirm/abc", "/reset/abc", "/invitation/abc"])
      expect(of(path).get("referrer-policy")).toBe("no-referrer");
    expect(of("/reset").get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  });

  it("lets no cache keep private pages, and public ones be kept", () => {
    for (const path of [
      "/cabinet",
      "/cabinet/contracts/1",
      "/staff",
      "/sign-in",
      "/api/files/1",
      "/api/documents/x/1/pdf/2",
      "/api/documents/x/1/draft",
      "/api/documents/x",
    ])
      expect(of(path).get("cache-control")).toBe("private, no-store");
    const formats = ["pdf", "json", "text", "csv", "xlsx"].map((format) => `/api/documents/price-list/1/${format}`);
    const open = ["/api/documents", "/api/documents/price-list/feed", ...formats];
    for (const path of ["/", "/documents/price-list", "/cabinets", ...open])
      expect(of(path).has("cache-control")).toBe(false);
  });

  it("promises https only where there is https", () => {
    expect(of("/", false).has("strict-transport-security")).toBe(false);
    expect(of("/", true).get("strict-transport-security")).toContain("includeSubDomains");
  });
});
