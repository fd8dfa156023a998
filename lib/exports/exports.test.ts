import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { csvOf } from "./csv.ts";
import { type OneCRecord, oneCOf } from "./one-c.ts";
import { plainText } from "./safe-text.ts";
import type { Register } from "./table.ts";
import { xlsxOf } from "./xlsx.ts";

const BEGINNINGS = [
  "=",
  "+",
  "-",
  "@",
  "|",
  "%",
  "\t=",
  "\r\n=",
  "\u0000=",
  " =",
  "＝",
  "＋",
  "－",
  "＠",
  "\u202e=",
  "\ufeff=",
  "'",
  '"',
  ";",
  "Ромашка",
];
const MIDDLES = [
  "1+1",
  'cmd|"/c calc"!A1',
  'HYPERLINK("http://x","y")',
  'ООО «Лён»;"кавычки"',
  "а\u0000б",
  "\u2066rtl\u2069",
  "שלום",
  "a\nb",
  "\ud800",
  "<b>&amp;</b>",
  "'",
  "]]>",
  "😀",
];
const hostile = Array.from(
  { length: 10_000 },
  (_, at) => `${BEGINNINGS[at % BEGINNINGS.length]}${MIDDLES[at % MIDDLES.length]} ${at}`,
);

const register: Register = {
  name: "Реестр",
  columns: [
    { head: "Клиент", kind: "text" },
    { head: "Дата", kind: "day" },
    { head: "Сумма", kind: "money" },
    { head: "Дней", kind: "count" },
  ],
  rows: hostile.map((name, at) => [name, asDay("2026-04-16"), BigInt(at) - 5000n, at]),
};
const bytesOf = async (parts: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(parts));

describe("10,000 hostile names", { timeout: 30_000 }, () => {
  test("CSV: a mark, semicolons, whole rows, no cell that begins a formula, numbers that stay numbers", async () => {
    const text = (await bytesOf(csvOf(register))).toString();
    expect(text.startsWith("\uFEFFКлиент;Дата;Сумма;Дней\r\n")).toBe(true);
    const [, ...rows] = parse(text, { bom: true, delimiter: ";" }) as string[][];
    expect(rows).toHaveLength(10_000);
    const wrong = rows.filter(
      ([name = "", day, sum = "", count], at) =>
        /^\s*[=+\-@|%＝＋－＠]/.test(name) ||
        /[\p{Cc}\p{Bidi_Control}]/u.test(name) ||
        name.replace(/^'/, "") !== plainText(hostile[at]!).replace(/^'/, "") ||
        day !== "16.04.2026" ||
        count !== String(at) ||
        !/^-?\d+,\d\d$/.test(sum),
    );
    expect(wrong).toEqual([]);
    expect(rows[4999]![2]).toBe("-0,01");
  });

  test("XLSX: texts are texts, days are dates, sums are numbers, nothing is a formula", async () => {
    const bytes = await bytesOf(xlsxOf(register));
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet!.rows).toHaveLength(10_001);
    const day = Date.parse("2026-04-16");
    const wrong = sheet!.rows.slice(1).filter(([name, on, sum, count], at) => {
      const typed =
        typeof name === "string" && on instanceof Date && typeof sum === "number" && typeof count === "number";
      return (
        !typed || name !== plainText(hostile[at]!) || on.getTime() !== day || sum !== (at - 5000) / 100 || count !== at
      );
    });
    expect(wrong).toEqual([]);
    expect([...(sheet!.cells?.values() ?? [])].filter((cell) => "formula" in cell && cell.formula)).toEqual([]);
  });

  test("XML for 1C: well-formed, each name as it is, the same entries are the same bytes", async () => {
    const records = hostile.map(
      (party, at): OneCRecord => ({
        ...{
          id: String(at),
          day: asDay("2026-04-16"),
          factDay: asDay("2026-04-15"),
          debit: "bank",
          credit: "unallocated",
        },
        ...{ amount: BigInt(at), source: "payment", document: null, invoice: null, partyId: null, unp: null, party },
      }),
    );
    const period = { from: asDay("2026-04-01"), to: asDay("2026-04-30") };
    const bytes = await bytesOf(oneCOf("xml", period, records));
    expect(bytes.equals(await bytesOf(oneCOf("xml", period, records)))).toBe(true);
    const read: Record<string, string>[] = [];
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => name === "entry" && read.push(attributes as Record<string, string>));
    parser.write(bytes.toString()).close();
    expect(read).toHaveLength(10_000);
    expect(read.filter(({ id, party }, at) => id !== String(at) || party !== plainText(hostile[at]!))).toEqual([]);
    expect(read[1234]!.amount).toBe("12.34");
    const csv = (await bytesOf(oneCOf("csv", period, records.slice(0, 1)))).toString();
    expect(csv).toContain("id;day;factDay;debit;credit;amount;source;document;invoice;partyId;unp;party\r\n");
  });
});
