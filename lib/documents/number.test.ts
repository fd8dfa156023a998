import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { invoiceNumber, parseDocumentNumber } from "./number.ts";

const numbers = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 9_999_999 }));
const digitsAt = (number: string) => [...number].flatMap((c, at) => (c === "-" ? [] : [at]));
const swap = (text: string, a: number, b: number) => {
  const letters = [...text];
  [letters[a], letters[b]] = [letters[b] as string, letters[a] as string];
  return letters.join("");
};

describe("document numbers", () => {
  it.each([
    [2026, 1, "26-000001-1"],
    [2026, 145, "26-000145-7"],
    [2026, 999_999, "26-999999-1"],
    [2026, 1_000_000, "26-1000000-0"],
  ])("%i, %i → %s", (year, sequence, written) => {
    expect(invoiceNumber(year, sequence)).toBe(written);
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(numbers, ([year, sequence]) => {
        expect(parseDocumentNumber(invoiceNumber(year, sequence))).toEqual({ year, sequence, valid: true });
      }),
    );
  });

  it("finds every single wrong digit", () => {
    fc.assert(
      fc.property(numbers, ([year, sequence]) => {
        const number = invoiceNumber(year, sequence);
        for (const at of digitsAt(number))
          for (const digit of "0123456789")
            if (digit !== number[at])
              expect(parseDocumentNumber(number.slice(0, at) + digit + number.slice(at + 1))?.valid ?? false).toBe(
                false,
              );
      }),
    );
  });

  it("finds every swap of neighbouring digits, across the hyphens too", () => {
    fc.assert(
      fc.property(numbers, ([year, sequence]) => {
        const number = invoiceNumber(year, sequence);
        const places = digitsAt(number);
        for (let k = 1; k < places.length; k++) {
          const swapped = swap(number, places[k - 1] as number, places[k] as number);
          if (swapped !== number) expect(parseDocumentNumber(swapped)?.valid ?? false).toBe(false);
        }
      }),
    );
  });

  it.each([
    "",
    "26-145-7",
    "26-0000145-7",
    "26-0145000-1",
    "СК-2026-000145",
    " 26-000145-7",
    "26-000145-7\n",
    "260001457",
  ])("does not take %j for a number", (text) => {
    expect(parseDocumentNumber(text)).toBeNull();
  });

  it("calls a sequence of nought invalid whatever its check digit", () => {
    for (const digit of "0123456789") expect(parseDocumentNumber(`26-000000-${digit}`)?.valid).toBe(false);
  });

  it.each([
    [1999, 1],
    [2100, 1],
    [2026, 0],
    [2026, 10_000_000],
    [2026, 1.5],
  ])("refuses to write %d, %d", (year, sequence) => {
    expect(() => invoiceNumber(year, sequence)).toThrow(RangeError);
  });
});
