import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BANKS } from "./banks.ts";
import { checkBic } from "./bic.ts";
import { bankCodeOf, checkIban, formatIban } from "./iban.ts";

const VALID =
  "BY03ALFA30122J07130010270000 BY13NBRB3600900000002Z00AB00 BY80BPSB30123070280179330000 BY34ALFA30122H10700010270000 BY48AKBB30120000000000000001 BY68PJCB30120000000000000002 BY29UNBS30120000000000000003 BY26ALFA30120000000000000004 BY88BELB30140000000000000005 BY19ALFA30140000000000000006".split(
    " ",
  );

describe("checkIban", () => {
  it.each(VALID)("takes %s and finds its bank", (iban) => {
    const check = checkIban(iban);
    expect(check).toMatchObject({ valid: true, value: iban, reason: null });
    expect(check.bank?.bic.slice(0, 4)).toBe(bankCodeOf(iban));
  });

  it.each([
    "by03 alfa 3012 2j07 1300 1027 0000",
    "IBAN: BY03ALFA30122J07130010270000",
    "ВУ03 АLFА 3012 2J07 1300 1027 0000", // В, У, А, А are Cyrillic
    "BY03\u00A0ALFA\u00A03012\u00A02J07\u00A01300\u00A01027\u00A00000",
  ])("forgives %j", (text) => {
    expect(checkIban(text)).toMatchObject({ valid: true, value: "BY03ALFA30122J07130010270000" });
  });

  it.each([
    ["BY03ALFA30122J07130010270001", "iban.checksum"],
    ["BY30ALFA30122J07130010270000", "iban.checksum"],
    ["BY03ALFA30122J0713001027000", "iban.length"],
    ["BY03ALFA30122J071300102700000", "iban.length"],
    ["3012271300102", "iban.length"], // an account of before 2017
    ["", "iban.length"],
    ["RU0304452522540817810538091310419", "iban.country"],
    ["DE89370400440532013000", "iban.country"],
    ["BY03ALFAX0122J07130010270000", "iban.characters"],
    ["BYX3ALFA30122J07130010270000", "iban.characters"],
    ["0Y03ALFA30122J07130010270000", "iban.characters"],
    ["BY03-ALFA-3012-2J07-1300-1027-0000", "iban.characters"],
    ["BY03Я", "iban.characters"],
  ])("refuses %j as %s", (text, reason) => {
    expect(checkIban(text)).toMatchObject({ valid: false, reason, bank: null });
  });

  it("takes a right account of a bank that it does not know", () => {
    // Check digits of an invented bank, found by the definition of mod 97.
    const found = Array.from({ length: 100 }, (_, n) =>
      checkIban(`BY${String(n).padStart(2, "0")}ZZZZ30120000000000000001`),
    );
    expect(found.filter((check) => check.valid)).toMatchObject([{ bank: null }]);
  });

  it("catches every wrong digit and every swap of two neighbouring digits", () => {
    // What mod 97 promises. A digit for a letter moves all that follows, and one in 97 of those gets through.
    fc.assert(
      fc.property(fc.constantFrom(...VALID), fc.nat(27), fc.constantFrom(..."0123456789"), (iban, at, digit) => {
        fc.pre(/\d/.test(iban[at] ?? ""));
        const slip = iban.slice(0, at) + digit + iban.slice(at + 1);
        expect(checkIban(slip).valid).toBe(slip === iban);
        fc.pre(/\d/.test(iban[at + 1] ?? ""));
        const swap = iban.slice(0, at) + iban[at + 1] + iban[at] + iban.slice(at + 2);
        expect(checkIban(swap).valid).toBe(swap === iban);
      }),
      { numRuns: 1000 },
    );
  });

  it("prints in groups of four", () => {
    expect(formatIban("BY03ALFA30122J07130010270000")).toBe("BY03 ALFA 3012 2J07 1300 1027 0000");
  });
});

describe("checkBic", () => {
  it("knows 36 banks, each by codes of its own", () => {
    expect(BANKS).toHaveLength(36);
    expect(new Set(BANKS.map((bank) => bank.bic.slice(0, 4))).size).toBe(36);
    for (const bank of BANKS) expect(checkBic(bank.bic)).toEqual({ valid: true, value: bank.bic, reason: null, bank });
  });

  it.each([
    ["alfa by2x", "ALFABY2X", "Альфа-Банк"],
    ["АLFАВУ2Х", "ALFABY2X", "Альфа-Банк"], // Cyrillic А, В, У, Х
    ["ALFABY2XXXX", "ALFABY2XXXX", "Альфа-Банк"],
  ])("forgives %j", (text, value, name) => {
    expect(checkBic(text)).toMatchObject({ valid: true, value, bank: { name } });
  });

  it("takes a bank that it does not know", () => {
    expect(checkBic("ZZZZBY2X")).toMatchObject({ valid: true, bank: null });
  });

  it.each([
    ["ALFABY2", "bic.length"],
    ["", "bic.length"],
    ["ALFARU2X", "bic.country"],
    ["ALF1BY2X", "bic.characters"],
    ["ALFABY2Ж", "bic.characters"],
  ])("refuses %j as %s", (text, reason) => {
    expect(checkBic(text)).toMatchObject({ valid: false, reason });
  });
});
