import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";
import { matchLine } from "./match.ts";
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
    let complete = 0;
    let wanted = 0;
    const wrong: string[] = [];
    const missed: string[] = [];
    for (const example of corpus) {
      const want = expected(example).map(text);
      const got = read(example.text).map(text);
      found += got.length;
      wanted += want.length;
      // Said and true: a number of the text, with its own date or with none; a date that was not read is a miss, no lie.
      const truths = [...want, ...expected(example).map(({ number }) => text({ number, date: null }))];
      right += got.filter((pair) => truths.includes(pair)).length;
      complete += got.filter((pair) => want.includes(pair)).length;
      if (got.some((pair) => !truths.includes(pair))) wrong.push(`${example.text} → ${got.join(", ")}`);
      if (want.some((pair) => !got.includes(pair))) missed.push(`${example.text} → ${got.join(", ")}`);
    }
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
    process.stdout.write(
      `purposes: ${corpus.length} examples, precision ${percent(right, found)}, recall ${percent(complete, wanted)}\n`,
    );
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(new Set(corpus.map((example) => example.text)).size).toBe(corpus.length);
    expect(right / found, wrong.join("\n")).toBeGreaterThanOrEqual(0.995);
    expect(complete / wanted, missed.join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  it("answers with the first number, and with its date or none", () => {
    for (const { text: said, number: first, date: own } of corpus) {
      const { number, date } = readPurpose(said);
      expect({ said, number, date }).toEqual({ said, number: first, date: date === null ? null : own });
    }
  });

  it("leads to no wrong automatic match, whatever else is open with the same payer, sum and date", () => {
    const ours = [...new Set(corpus.flatMap((example) => expected(example).map(({ number }) => number)))];
    const near = ours.flatMap((number) => {
      const [year, sequence = ""] = number.split("-");
      return /^\d{6,7}$/.test(sequence)
        ? [-1, 1, 10, 100].map((step) => invoiceNumber(2000 + Number(year), Math.max(1, Number(sequence) + step)))
        : [];
    });
    let automatic = 0;
    const wrong: string[] = [];
    for (const example of corpus) {
      const reading = readPurpose(example.text);
      const issuedOn = reading.date ?? asDay("2026-04-15");
      const candidates = [...new Set([...ours, ...near])].map((number) => ({
        ...{ id: number, number, issuedOn, validUntil: asDay("2099-12-31"), total: 48_000n, paid: 0n },
        ...{ status: "live" as const, partyUnp: "190000018", partyIban: null, partyName: "ООО «Ромашка»" },
      }));
      const line = {
        ...{ documentNumber: "1", documentDate: issuedOn, creditDate: issuedOn, amount: 48_000n, position: 1 },
        ...{ side: "credit" as const, bankId: null, purpose: example.text },
        payer: { name: "ООО «Ромашка»", unp: "190000018", iban: null, bic: null },
      };
      const decision = matchLine(line, candidates, reading);
      if (decision.decision !== "automatic") continue;
      automatic++;
      const only = expected(example).length === 1 && example.date === issuedOn;
      if (!only || decision.invoiceId !== example.number) wrong.push(`${example.text} → ${decision.invoiceId}`);
    }
    expect(wrong).toEqual([]);
    // Not by never deciding: nearly every text with one number and its date is decided.
    expect(automatic).toBeGreaterThanOrEqual(150);
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

  it("is the only one that is read, whatever stands around it", () => {
    const figures = fc.stringMatching(/^\d{9}$/);
    const around = fc.oneof(
      fc.constantFrom(
        ...["OTHR 122601", "за сертификат «1С-Битрикс24.Маркет Плюс» на 12 мес.", "договор № 12/2025-П от 29.12.2025"],
        ...["Без НДС", "в т.ч. НДС 20% 80,00", "срочно", "г. Минск, пр. Независимости 15-4-26", "romashka.bitrix24.by"],
      ),
      figures.map((nine) => `УНП ${nine}`),
      figures.map((nine) => `тел. +375 ${nine.slice(0, 2)} ${nine.slice(2, 5)}-${nine.slice(5, 7)}-${nine.slice(7)}`),
      figures.map((nine) => `BY48AKBB3012${nine}0000000`),
      figures.map((nine) => `дог. ${nine.slice(0, 2)}-${nine.slice(2, 8)}/${nine.slice(8)}`),
      fc
        .integer({ min: 1, max: 9_999_999 })
        .map((sum) => `${Math.floor(sum / 100)},${String(sum % 100).padStart(2, "0")} BYN`),
    );
    fc.assert(
      fc.property(
        fc.array(around, { maxLength: 3 }),
        numbers,
        fc.array(around, { maxLength: 3 }),
        (left, number, right) => {
          const purpose = [...left, `оплата по счету № ${number} от 15.04.2026`, ...right].join(", ");
          const reading = readPurpose(purpose);
          expect({ purpose, read: reading.numbers.map((one) => [one.number, one.date]) }).toEqual({
            purpose,
            read: [[number, "2026-04-15"]],
          });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("says where it stands, and where its date does", () => {
    const purpose = "OTHR 122601 Оплата по счету № 26-000145-7";
    expect(readPurpose(purpose).numbers[0]).toMatchObject({ at: purpose.indexOf("26-0"), dateSpan: null });
    const dated = `${purpose} от 15.04.2026 г.`;
    const [one] = readPurpose(dated).numbers;
    expect(dated.slice(one?.at, one?.end)).toBe("26-000145-7");
    expect(dated.slice(one?.dateSpan?.at, one?.dateSpan?.end)).toBe("15.04.2026");
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
