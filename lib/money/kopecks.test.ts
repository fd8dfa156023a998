import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAmount, formatMoney, LARGEST_SUM, parseMoney, sum, toDecimal } from "./kopecks.ts";

const amount = fc.bigInt({ min: -LARGEST_SUM, max: LARGEST_SUM });

describe("parseMoney", () => {
  it.each([
    ["1 234,56", 123456n],
    ["1234.56", 123456n],
    ["1\u00A0234,56", 123456n],
    ["1\u202F234\u202F567,8", 123456780n],
    [" 480 ", 48000n],
    ["480.00", 48000n],
    ["0,05 BYN", 5n],
    ["1 234,56\u00A0byn", 123456n],
    ["-12.50", -1250n],
    ["\u221212,50", -1250n],
    ["007", 700n],
    ["999 999 999 999,99", LARGEST_SUM],
  ])("reads %j", (text, kopecks) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: kopecks });
  });

  it.each([
    ["", "money.empty"],
    [" BYN ", "money.empty"],
    ["1,234", "money.decimals"],
    ["0.005", "money.decimals"],
    ["1,234.56", "money.format"],
    ["12 34", "money.format"],
    ["1 2345", "money.format"],
    [",50", "money.format"],
    ["5,", "money.format"],
    ["1e3", "money.format"],
    ["0x10", "money.format"],
    ["--5", "money.format"],
    ["٥", "money.format"],
    ["100 USD", "money.format"],
    ["1 000 000 000 000", "money.too_large"],
    ["9".repeat(5000), "money.too_large"],
  ])("refuses %j as %s", (text, code) => {
    expect(parseMoney(text)).toEqual({ ok: false, error: code });
  });

  it("reads back whatever was written", () => {
    fc.assert(
      fc.property(amount, (kopecks) => {
        for (const write of [formatMoney, formatAmount, toDecimal]) {
          expect(parseMoney(write(kopecks))).toEqual({ ok: true, value: kopecks });
        }
      }),
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof parseMoney(text).ok === "boolean"));
  });
});

describe("formatMoney", () => {
  it.each([
    [0n, "0,00 BYN"],
    [5n, "0,05 BYN"],
    [-5n, "−0,05 BYN"],
    [123456n, "1 234,56 BYN"],
    [100000000n, "1 000 000,00 BYN"],
  ])("writes %s", (kopecks, text) => {
    expect(formatMoney(kopecks, "be")).toBe(text.replaceAll(" ", "\u00A0"));
  });

  it("has a machine's form too", () => {
    expect(toDecimal(123456n)).toBe("1234.56");
    expect(toDecimal(-5n)).toBe("-0.05");
  });
});

it("sums exactly what floats would not", () => {
  expect(sum([])).toBe(0n);
  expect(sum([10n, 20n, 9_007_199_254_740_993n])).toBe(9_007_199_254_741_023n);
});
