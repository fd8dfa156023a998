import { describe, expect, it } from "vitest";

import { acceptedStep, otpauthUri, secretText, totpCode } from "./totp.ts";

// RFC 6238, appendix B, SHA-1: the last six of the eight digits.
const RFC_SECRET = secretText(Buffer.from("12345678901234567890"));
const at = (seconds: number) => new Date(seconds * 1000);

describe("acceptedStep", () => {
  it.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ])("takes the code of RFC 6238 at %d", (seconds, code) => {
    expect(totpCode(RFC_SECRET, at(seconds))).toBe(code);
    expect(acceptedStep(RFC_SECRET, code, at(seconds), null)).toBe(Math.floor(seconds / 30));
  });

  it("allows one step of drift either way and no more", () => {
    const now = 1_800_000_015;
    const step = Math.floor(now / 30);
    for (const drift of [-1, 0, 1])
      expect(acceptedStep(RFC_SECRET, totpCode(RFC_SECRET, at(now + drift * 30)), at(now), null)).toBe(step + drift);
    for (const drift of [-2, 2])
      expect(acceptedStep(RFC_SECRET, totpCode(RFC_SECRET, at(now + drift * 30)), at(now), null)).toBeNull();
  });

  it("takes a code once, and none older than the last one taken", () => {
    const now = at(1_800_000_000);
    const code = totpCode(RFC_SECRET, now);
    const step = acceptedStep(RFC_SECRET, code, now, null);
    expect(step).not.toBeNull();
    expect(acceptedStep(RFC_SECRET, code, now, step)).toBeNull();
    expect(acceptedStep(RFC_SECRET, totpCode(RFC_SECRET, at(1_799_999_970)), now, step)).toBeNull();
    expect(acceptedStep(RFC_SECRET, totpCode(RFC_SECRET, at(1_800_000_030)), now, step)).toBe((step as number) + 1);
  });

  it("takes nothing but six digits", () => {
    for (const code of ["", "28708", "2870822", "28708a", " 287082"])
      expect(acceptedStep(RFC_SECRET, code, at(59), null)).toBeNull();
  });
});

it("tells an authenticator who it is for", () => {
  const uri = new URL(otpauthUri(RFC_SECRET, "anna@company.by"));
  expect(uri.protocol).toBe("otpauth:");
  expect(decodeURIComponent(uri.pathname)).toContain("anna@company.by");
  expect(uri.searchParams.get("secret")).toBe(RFC_SECRET);
});
