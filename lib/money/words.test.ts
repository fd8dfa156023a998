import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LARGEST_SUM } from "./kopecks.ts";
import { amountInWords, type WordsLanguage } from "./words.ts";

/** Agreement written again, from the school rule, and looked up in the words themselves. */
const NOUNS: Record<"ru" | "be", readonly [string, string, string]> = {
  ru: ["белорусский рубль", "белорусских рубля", "белорусских рублей"],
  be: ["беларускі рубель", "беларускія рублі", "беларускіх рублёў"],
};
const expectedNoun = (language: "ru" | "be", rubles: bigint) => {
  const text = rubles.toString();
  if (/(^|[^1])1$/.test(text)) return NOUNS[language][0];
  return /(^|[^1])[234]$/.test(text) ? NOUNS[language][1] : NOUNS[language][2];
};

describe("amountInWords", () => {
  it.each([
    [10n, "Ноль белорусских рублей 10 копеек", "Нуль беларускіх рублёў 10 капеек"],
    [201n, "Два белорусских рубля 01 копейка", "Два беларускія рублі 01 капейка"],
    [2100n, "Двадцать один белорусский рубль 00 копеек", "Дваццаць адзін беларускі рубель 00 капеек"],
    [2222n, "Двадцать два белорусских рубля 22 копейки", "Дваццаць два беларускія рублі 22 капейкі"],
    [
      101111n,
      "Одна тысяча одиннадцать белорусских рублей 11 копеек",
      "Адна тысяча адзінаццаць беларускіх рублёў 11 капеек",
    ],
    [
      123456n,
      "Одна тысяча двести тридцать четыре белорусских рубля 56 копеек",
      "Адна тысяча дзвесце трыццаць чатыры беларускія рублі 56 капеек",
    ],
    [
      99999999n,
      "Девятьсот девяносто девять тысяч девятьсот девяносто девять белорусских рублей 99 копеек",
      "Дзевяцьсот дзевяноста дзевяць тысяч дзевяцьсот дзевяноста дзевяць беларускіх рублёў 99 капеек",
    ],
    [100000005n, "Один миллион белорусских рублей 05 копеек", "Адзін мільён беларускіх рублёў 05 капеек"],
    [
      221_817_002_00n,
      "Двести двадцать один миллион восемьсот семнадцать тысяч два белорусских рубля 00 копеек",
      "Дзвесце дваццаць адзін мільён восемсот сямнаццаць тысяч два беларускія рублі 00 капеек",
    ],
    [
      3_012_042_718_04n,
      "Три миллиарда двенадцать миллионов сорок две тысячи семьсот восемнадцать белорусских рублей 04 копейки",
      "Тры мільярды дванаццаць мільёнаў сорак дзве тысячы семсот васямнаццаць беларускіх рублёў 04 капейкі",
    ],
  ])("says %s in Russian and Belarusian", (kopecks, ru, be) => {
    expect(amountInWords(kopecks, "ru")).toBe(ru);
    expect(amountInWords(kopecks, "be")).toBe(be);
  });

  it.each([
    [0n, "Zero Belarusian rubles 00 kopecks"],
    [101n, "One Belarusian ruble 01 kopeck"],
    [101100n, "One thousand eleven Belarusian rubles 00 kopecks"],
    [123456n, "One thousand two hundred thirty-four Belarusian rubles 56 kopecks"],
    [2_000_040_30n, "Two million forty Belarusian rubles 30 kopecks"],
    [700_000_000_20n, "Seven hundred million Belarusian rubles 20 kopecks"],
  ])("says %s in English", (kopecks, en) => {
    expect(amountInWords(kopecks, "en")).toBe(en);
  });

  it("says every sum of its range, agrees with the number, and gives two sums two texts", () => {
    const kopecks = fc.bigInt({ min: 0n, max: LARGEST_SUM });
    fc.assert(
      fc.property(kopecks, kopecks, fc.constantFrom<WordsLanguage>("ru", "be", "en"), (one, other, language) => {
        const text = amountInWords(one, language);
        expect(text).toMatch(/^\p{Lu}[\p{Ll} -]*(?: Belarusian rubles?)?[\p{Ll} ]* \d\d \p{Ll}+$/u);
        expect(text).not.toMatch(/ {2}|undefined/);
        if (language !== "en") expect(text).toContain(` ${expectedNoun(language, one / 100n)} `);
        expect(text === amountInWords(other, language)).toBe(one === other);
      }),
      { numRuns: 2000 },
    );
  });

  it("knows 0 to 999 each by a text of its own, in thousands as well", () => {
    for (const language of ["ru", "be", "en"] as const) {
      const texts = Array.from({ length: 1000 }, (_, n) =>
        [100n, 100_000n].map((unit) => amountInWords(BigInt(n) * unit, language)),
      );
      expect(new Set(texts.flat()).size).toBe(1999); // zero is zero twice
    }
  });

  it("ends at 999 999 999 999,99", () => {
    expect(amountInWords(LARGEST_SUM, "ru")).toMatch(/^Девятьсот девяносто девять миллиардов .* рублей 99 копеек$/);
    expect(() => amountInWords(LARGEST_SUM + 1n, "ru")).toThrow(RangeError);
    expect(() => amountInWords(-1n, "be")).toThrow(RangeError);
  });
});
