import { describe, expect, it } from "vitest";

import { enrolmentOffer, isRecoveryCode, recoveryHash } from "./enrolment.ts";
import { LIMITS, limitKey, minutesUntil } from "./limits.ts";
import { LINK_PURPOSES, newLink } from "./link.ts";
import { seal, unseal } from "./secret-box.ts";
import { hashToken, newToken } from "./token.ts";
import { isToken } from "./token-format.ts";

const KEY = "k".repeat(48);

describe("links and tokens", () => {
  it("has 256 bits, never the same twice", () => {
    const made = new Set(Array.from({ length: 1000 }, newToken));
    expect(made.size).toBe(1000);
    for (const token of made) expect([isToken(token), Buffer.from(token, "base64url").length]).toEqual([true, 32]);
  });

  it.each(LINK_PURPOSES)("keeps only the hash of a %s link", (purpose) => {
    const { token, hash, path } = newLink(purpose);
    expect(hash).toBe(hashToken(token));
    expect(hash).not.toContain(token);
    expect(path).toMatch(new RegExp(`^/(confirm|reset|invitation)/${token}$`));
  });
});

describe("sealed secrets", () => {
  it("opens what it sealed, for the same person only", () => {
    const sealed = seal(KEY, "user-1", "JBSWY3DPEHPK3PXP");
    expect(sealed).not.toContain("JBSWY3DP");
    expect(unseal(KEY, "user-1", sealed)).toBe("JBSWY3DPEHPK3PXP");
    expect(() => unseal(KEY, "user-2", sealed)).toThrow();
    expect(() => unseal(`${KEY}x`, "user-1", sealed)).toThrow();
  });

  it("refuses a changed bit anywhere", () => {
    const parts = seal(KEY, "u", "secret").split(".");
    for (const at of [1, 2, 3]) {
      const bytes = Buffer.from(parts[at] as string, "base64url");
      bytes[0] = (bytes[0] as number) ^ 1;
      expect(() => unseal(KEY, "u", parts.with(at, bytes.toString("base64url")).join("."))).toThrow();
    }
  });
});

describe("enrolment", () => {
  it("offers a session the same at every look, and another session something else", () => {
    const offer = enrolmentOffer(KEY, "session-1");
    expect(enrolmentOffer(KEY, "session-1")).toEqual(offer);
    const other = enrolmentOffer(KEY, "session-2");
    expect(other.secret).not.toBe(offer.secret);
    expect(new Set([...offer.codes, ...other.codes]).size).toBe(20);
    expect(offer.secret).toMatch(/^[A-Z2-7]{32}$/);
    for (const code of offer.codes) expect(code).toMatch(/^[2-9B-Z]{4}(-[2-9B-Z]{4}){3}$/);
  });

  it("knows a recovery code however it was typed, and for its owner only", () => {
    const [code] = enrolmentOffer(KEY, "s").codes as [string];
    expect(isRecoveryCode(code)).toBe(true);
    expect(recoveryHash(KEY, "u", code.toLowerCase().replaceAll("-", " "))).toBe(recoveryHash(KEY, "u", code));
    expect(recoveryHash(KEY, "v", code)).not.toBe(recoveryHash(KEY, "u", code));
    expect(isRecoveryCode("123456")).toBe(false);
  });
});

describe("limits", () => {
  it("counts by a hash that tells nothing and does not mix limits, people or keys", () => {
    const key = limitKey(KEY, "sign-in.pair", "10.0.0.1", "anna@company.by");
    expect(key).not.toContain("anna");
    const others = [
      limitKey(KEY, "sign-in.pair", "10.0.0.2", "anna@company.by"),
      limitKey(KEY, "sign-in.account", "10.0.0.1", "anna@company.by"),
      limitKey(`${KEY}x`, "sign-in.pair", "10.0.0.1", "anna@company.by"),
    ];
    expect(others).not.toContain(key);
  });

  it("never says to wait zero minutes", () => {
    const now = new Date("2026-11-21T10:00:00Z");
    expect(minutesUntil(new Date("2026-11-21T10:00:01Z"), now)).toBe(1);
    expect(minutesUntil(new Date(now.getTime() + LIMITS["sign-in.pair"].window), now)).toBe(15);
  });
});
