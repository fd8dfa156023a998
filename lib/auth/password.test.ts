import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { COMMON } from "./common-passwords.ts";
import { passwordReason } from "./password.ts";

const EMAIL = "buh.romashka@company.by";

describe("passwordReason", () => {
  it.each([
    ["", "password.too_short"],
    ["elevensigns", "password.too_short"],
    ["x".repeat(201), "password.too_long"],
    ["qwertyuiop[]", "password.common"],
    ["Password2026!", "password.common"],
    ["парольпароль", "password.common"],
    ["ПАРОЛЬ 2026 !!", "password.common"],
    ["битрикс24-2026", "password.common"],
    ["aaaaaaaaaaaa", "password.simple"],
    ["abcabcabcabcabc", "password.simple"],
    ["abcdefghijklmno", "password.simple"],
    ["9876543210987", "password.simple"],
    ["my-buh.romashka-26", "password.email"],
    ["correct-horse-wagon", null],
    ["четыре слова подряд", null],
    ["            🔑 спит", null],
  ])("%j → %s", (password, reason) => {
    expect(passwordReason(password, EMAIL)).toBe(reason);
  });

  it("refuses every long entry of the list, whatever its case", () => {
    for (const entry of COMMON)
      if ([...entry].length >= 12)
        expect([entry, passwordReason(entry.toUpperCase(), EMAIL)]).not.toEqual([entry, null]);
  });

  it("takes any random password of 16 signs", () => {
    const sign = fc.constantFrom(..."abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_!?");
    fc.assert(
      fc.property(fc.array(sign, { minLength: 16, maxLength: 40 }), (signs) => {
        fc.pre(new Set(signs.map((one) => one.toLowerCase())).size > 8);
        expect(passwordReason(signs.join(""), EMAIL)).toBeNull();
      }),
    );
  });
});
