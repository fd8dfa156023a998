import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { invoiceNumber } from "#/lib/documents/number.ts";
import { readPurpose } from "./purpose.ts";

type Pair = { number: string; date: string | null };
type Example = { text: string; number: string | null; date: string | null; more?: Pair[] };

const corpus: Example[] = JSON.parse(readFileSync(new URL("./golden/purposes.json", import.meta.url), "utf8"));

const expected = ({ number, date, more = [] }: Example): Pair[] => (number === null ? [] : [{ number, date }, ...more]);
const read = (text: string): Pair[] => readPurpose(text).numbers.map(({ number, date }) => ({ number, date }));
const text = (pair: Pair) => `${pair.number}|${pair.date}`;

describe("the golden corpus", () => {
  it("has no false number and hardly a missed one", () => {
    let found = 0;
    let right = 0;
    let wanted = 0;
    const wrong: string[] = [];
    const missed: string[] = [];
    for (const example of corpus) {
      const want = expected(example).map(text);
      const got = read(example.text).map(text);
      found += got.length;
      wanted += want.length;
      right += got.filter((pair) => want.includes(pair)).length;
      if (got.some((pair) => !want.includes(pair))) wrong.push(`${example.text} → ${got.join(", ")}`);
      if (want.some((pair) => !got.includes(pair))) missed.push(`${example.text} → ${got.join(", ")}`);
    }
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
    process.stdout.write(
      `purposes: ${corpus.length} examples, precision ${percent(right, found)}, recall ${percent(right, wanted)}\n`,
    );
    expect(corpus.length).toBeGreaterThanOrEqual(150);
    expect(wrong).toEqual([]);
    expect(right / wanted, missed.join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  it("answers with the first number and its date", () => {
    for (const example of corpus) {
      const { number, date } = readPurpose(example.text);
      expect({ text: example.text, number, date }).toEqual({
        text: example.text,
        number: example.number,
        date: example.date,
      });
    }
  });
});

const numbers = fc
  .tuple(fc.integer({ min: 2025, max: 2040 }), fc.integer({ min: 1, max: 1_200_000 }))
  .map(([year, sequence]) => invoiceNumber(year, sequence));

const spelled = (number: string, mark: string, word: string, lookAlike: boolean) => {
  const [year = "", sequence = "", check = ""] = number.split("-");
  return word + [year, lookAlike ? sequence.replaceAll("0", "О").replaceAll("1", "I") : sequence, check].join(mark);
};

describe("any number of ours", () => {
  const marks = fc.constantFrom("-", "–", "/", " ", ".", " - ", "");
  const words = fc.constantFrom("Оплата по счету № ", "СЧЕТУ", "сч.№", "oplata po schetu N ", "INVOICE ", "СЧЕТ N");
  const tails = fc.constantFrom("", " от 15.04.2026", " ot 15.04.26", "ОТ15.04.2026", " без НДС", ", 480.00 BYN");

  it("is read in any spelling, with its own date", () => {
    fc.assert(
      fc.property(numbers, marks, words, tails, fc.boolean(), (number, mark, word, tail, lookAlike) => {
        const reading = readPurpose(`OTHR 122601 ${spelled(number, mark, word, lookAlike)}${tail}`);
        expect(reading.numbers.map((one) => [one.number, one.known])).toEqual([[number, true]]);
        expect(reading.date).toBe(/15/.test(tail) ? "2026-04-15" : null);
      }),
      { numRuns: 2000 },
    );
  });

  it("with one wrong digit is never known", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), marks, (number, pick, add, mark) => {
        const places = [...number].flatMap((c, at) => (c === "-" ? [] : [at]));
        const at = places[pick % places.length] as number;
        const wrong = number.slice(0, at) + ((Number(number[at]) + add) % 10) + number.slice(at + 1);
        const reading = readPurpose(`Оплата по счету № ${wrong.replaceAll("-", mark)} от 15.04.2026`);
        expect(reading.numbers.filter((one) => one.known)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("is not seen in the account, the УНП or the telephone around it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom("УНП ", "UNP", "тел. +375", "BY48AKBB3012"),
        (n, word) => {
          const figures = String(n).padStart(9, "0");
          expect(readPurpose(`Перевод ${word}${figures}`).numbers).toEqual([]);
          expect(readPurpose(`Перевод, чек 1${figures}5566`).numbers).toEqual([]);
        },
      ),
    );
  });

  it("says where it stands", () => {
    const purpose = "OTHR 122601 Оплата по счету № 26-000145-7";
    expect(readPurpose(purpose).numbers[0]?.at).toBe(purpose.indexOf("26-0"));
  });
});

describe("any text", () => {
  it("is read without a throw and in no time", () => {
    const alphabet = fc.constantFrom(
      ..."0123456789ОЗIl|-–/., №NСЧЕТУсчетотgпоBY\n«»()",
      "счет ",
      "от ",
      "26-000145-7",
      "апреля",
      "İ",
      "ß",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.array(alphabet, { maxLength: 400 }).map((all) => all.join("")),
        ),
        (purpose) => {
          const started = performance.now();
          const { numbers: found } = readPurpose(purpose);
          const again = performance.now();
          if (again - started >= 100) {
            // A busy machine gets a second try; a slow text is slow twice.
            readPurpose(purpose);
            expect(performance.now() - again).toBeLessThan(100);
          }
          for (const one of found) expect(one.at).toBeLessThan(purpose.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("of any length costs no more", () => {
    for (const long of ["0".repeat(100_000), "26 ".repeat(50_000), "счет № ".repeat(50_000), "1 - ".repeat(50_000)]) {
      const started = performance.now();
      readPurpose(long);
      expect(performance.now() - started).toBeLessThan(200);
    }
  });
});
