import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkEmail } from "./email.ts";
import { checkPhone, formatPhone } from "./phone.ts";

describe("checkEmail", () => {
  it.each([
    ["Buh@Company.BY", "Buh@company.by"],
    [" a.b+c@mail.company.by ", "a.b+c@mail.company.by"],
    ["info@почта.бел", "info@xn--80a1acny.xn--90ais"],
    ["ｉｎｆｏ＠company.by", "info@company.by"], // full width
  ])("takes %j as %j", (text, value) => {
    expect(checkEmail(text)).toEqual({ valid: true, value, reason: null });
  });

  it.each([
    ["", "email.format"],
    ["company.by", "email.format"],
    ["@company.by", "email.format"],
    ["a@", "email.format"],
    ["a@b@company.by", "email.format"],
    ["a＠b@company.by", "email.format"], // becomes a second @ only after folding
    ["a@company", "email.format"],
    ["a@company.by.", "email.format"],
    ["a@company.by/path", "email.format"],
    ["a@company.by:25", "email.format"],
    ["a@[127.0.0.1]", "email.format"],
    ["a@127.0.0.1", "email.format"],
    ["a b@company.by", "email.characters"],
    [".a@company.by", "email.characters"],
    ["a..b@company.by", "email.characters"],
    ['"a"@company.by', "email.characters"],
    ["<a@company.by>", "email.characters"],
    ["а@company.by", "email.characters"], // Cyrillic а
    ["a@сompany.by", "email.characters"], // Cyrillic с
    ["a@company.by\r\nBcc: b@company.by", "email.characters"],
    ["a@company.by\n", "email.characters"],
    ["a\u0000@company.by", "email.characters"],
    [`${"a".repeat(65)}@company.by`, "email.length"],
  ])("refuses %j as %s", (text, reason) => {
    expect(checkEmail(text)).toMatchObject({ valid: false, reason });
  });

  it("takes what it answered, in plain ASCII without a blank", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "grapheme" })), (text) => {
        const check = checkEmail(text);
        if (!check.valid) return;
        expect(check.value).toMatch(/^[!-~]+@[!-~]+$/);
        expect(checkEmail(check.value)).toEqual(check);
      }),
    );
  });
});

describe("checkPhone", () => {
  it.each([
    "+375 29 123-45-67",
    "+375 (29) 123 45 67",
    "375291234567",
    "00375291234567",
    "80291234567",
    "8 (029) 123-45-67",
    "8-029-123-45-67",
    "029 123 45 67",
    "29 1234567",
    "+375\u00A029\u00A0123\u201145\u201167",
  ])("takes %j", (text) => {
    expect(checkPhone(text)).toEqual({ valid: true, value: "+375291234567", reason: null });
  });

  it.each([
    ["+7 916 123-45-67", "+79161234567"],
    ["+48 22 123 45 67", "+48221234567"],
    ["8 017 200-00-00", "+375172000000"],
    ["80162 20-00-00", "+375162200000"],
  ])("takes %j as %j", (text, value) => {
    expect(checkPhone(text)).toMatchObject({ valid: true, value });
  });

  it.each([
    ["", "phone.length"],
    ["123-45-67", "phone.length"],
    ["+375 29 123-45-6", "phone.length"],
    ["+375 29 123-45-678", "phone.length"],
    ["+1234567", "phone.length"],
    ["+1234567890123456", "phone.length"],
    ["+375 99 123-45-67", "phone.code"],
    ["8 916 123-45-67", "phone.country"],
    ["+80291234567", "phone.country"],
    ["29 123 45 67 доб. 5", "phone.characters"],
    ["++375291234567", "phone.characters"],
    ["٣٧٥٢٩١٢٣٤٥٦٧", "phone.characters"],
  ])("refuses %j as %s", (text, reason) => {
    expect(checkPhone(text)).toMatchObject({ valid: false, reason });
  });

  it("prints Belarusian numbers in groups, others as they are", () => {
    expect(formatPhone("+375291234567")).toBe("+375 29 123-45-67");
    expect(formatPhone("+79161234567")).toBe("+79161234567");
  });

  it("takes what it answered and what it printed", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\+|8|375|\+375)?\d{7,12}$/), (text) => {
        const check = checkPhone(text);
        if (!check.valid) return;
        expect(checkPhone(check.value)).toEqual(check);
        expect(checkPhone(formatPhone(check.value))).toEqual(check);
      }),
    );
  });
});
