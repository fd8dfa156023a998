import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { lineKeys } from "../identity.ts";
import { parseStatement } from "../parse.ts";
import { anyLine, numbered } from "../testing/arbitrary.ts";
import { encode } from "../testing/encode.ts";
import { ACCOUNT, type4 } from "../testing/write.ts";
import { fingerprintOf, fingerprintsIn } from "./headings.ts";
import { tableMapping } from "./mapping.ts";
import { openTable } from "./open-table.ts";
import { readTable } from "./read-table.ts";
import { suggestMapping } from "./suggest.ts";
import { csvOf, HEAD, MAPPING, rowOf, tableOf, xlsxOf } from "./testing/tables.ts";

const someLines = fc.array(anyLine, { minLength: 1, maxLength: 12 }).map(numbered);
const [LINES] = fc.sample(fc.array(anyLine, { minLength: 4, maxLength: 4 }).map(numbered), { numRuns: 1, seed: 7 });
const lines = LINES as NonNullable<typeof LINES>;

async function sheetOf(bytes: Uint8Array) {
  const opened = await openTable(bytes);
  if (!opened.ok || !opened.value) throw new Error(`no table: ${JSON.stringify(opened)}`);
  return opened.value;
}
const csv = (rows: string[][]) => sheetOf(encode(csvOf(rows)));
const codeOf = async (rows: string[][], mapping = MAPPING) => {
  const read = readTable(await csv(rows), mapping, null);
  return read.ok ? "taken" : read.error;
};

describe("a table is the same statement as the bank's own format", () => {
  it("line for line, key for key, whatever the operations are", async () => {
    await fc.assert(
      fc.asyncProperty(someLines, async (made) => {
        const dated = made.map((line) => ({ ...line, documentDate: line.creditDate }));
        const table = readTable(await csv(tableOf(dated)), MAPPING, null);
        const own = parseStatement(encode(type4(dated), "windows-1251"));
        if (!table.ok || !own.ok) throw new Error(JSON.stringify([table, own].map((one) => !one.ok && one.error)));
        expect(table.value.lines).toEqual(own.value.lines);
        expect(lineKeys(table.value)).toEqual(lineKeys(own.value));
        expect([table.value.opening, table.value.closing]).toEqual([own.value.opening, own.value.closing]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(["windows-1251", "utf-8", "utf-16le"] as const)("in %s", async (label) => {
    const text = csvOf(tableOf(lines));
    const bytes = label === "utf-8" ? encode(`\uFEFF${text}`) : encode(text, label);
    const read = readTable(await sheetOf(bytes), MAPPING, null);
    expect(read.ok && read.value.lines.length).toBe(lines.length);
  });

  it.each([
    ["a comma", ","],
    ["a tab", "\t"],
    ["a bar", "|"],
  ])("with %s between columns", async (_, delimiter) => {
    const text = tableOf(lines)
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      .join("\n");
    expect(readTable(await sheetOf(encode(text)), MAPPING, null).ok).toBe(true);
  });

  it("as a workbook: dates, numbers, and dates that lost their format", async () => {
    const rows = tableOf(lines).map((row, at) =>
      row.map((cell, column) => {
        if (at < 4 || at > 7) return cell === "" ? null : cell;
        if (column === 0) {
          const day = new Date(`${lines[at - 4]?.creditDate}T00:00:00Z`);
          return at % 2 ? day : day.getTime() / 86_400_000 + 25_569;
        }
        return (column === 2 || column === 3) && cell !== "" ? Number(cell.replace(",", ".")) : cell || null;
      }),
    );
    const read = readTable(await sheetOf(await xlsxOf(rows)), MAPPING, null);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.format).toBe("xlsx");
    expect(read.value.lines.map(({ creditDate, amount }) => [creditDate, amount])).toEqual(
      lines.map(({ creditDate, amount }) => [creditDate, amount]),
    );
  });

  it("purposes with the delimiter, quotes and line ends inside keep every letter", async () => {
    const purpose = 'Оплата; "Ромашка"\nпо счету № 26-000145-7';
    const read = readTable(await csv(tableOf([{ ...lines[0]!, purpose }])), MAPPING, null);
    expect(read.ok && read.value.lines[0]?.purpose).toBe('Оплата; "Ромашка" по счету № 26-000145-7');
  });
});

describe("one column of sums", () => {
  const head = ["Дата", "Сумма", "Назначение платежа"];
  const mapping = { ...MAPPING, headerRow: 1, balances: null, columns: { date: 0, sum: 1, purpose: 2 } };
  const typed = { opening: 0n, closing: 46_750n };

  it.each([
    ["signed", ["480,00", "-12,50"]],
    ["in brackets", ["480,00", "(12,50)"]],
    ["with a minus behind", ["480,00", "12,50-"]],
    ["with non-breaking spaces and BYN", ["480,00\u00a0BYN", "\u2212\u00a012,50 BYN"]],
  ])("%s", async (_, [came, went]) => {
    const sheet = await csv([head, ["16.04.2026", came!, "а"], ["17.04.26", went!, "б"], ["", "", ""]]);
    const read = readTable(sheet, mapping, typed);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.lines.map(({ side, amount }) => `${side} ${amount}`)).toEqual(["credit 48000", "debit 1250"]);
  });

  it.each([
    ["Кт", "Дт"],
    ["C", "D"],
    ["С", "D"],
    ["приход", "расход"],
    ["+", "-"],
  ])("beside its side: %s, %s", async (credit, debit) => {
    const sheet = await csv([
      [...head, "Д/К"],
      ["16.04.2026", "480,00", "а", credit],
      ["16.04.2026", "12,50", "б", debit],
    ]);
    const read = readTable(sheet, { ...mapping, columns: { ...mapping.columns, side: 3 } }, typed);
    expect(read.ok && read.value.closing).toBe(46_750n);
  });

  it("asks for balances where the table prints none, and refuses those that do not hold", async () => {
    const sheet = await csv([head, ["16.04.2026", "480,00", "а"], ["16.04.2026", "1", "б"]]);
    expect(readTable(sheet, mapping, null, "Мой банк")).toEqual({
      ok: false,
      error: { code: "statement.table_no_balances", params: { profile: "Мой банк" } },
    });
    expect(readTable(sheet, mapping, { opening: 0n, closing: 48_000n })).toMatchObject({
      error: { code: "statement.balance", params: { check: "identity", expected: "480,00", actual: "481,00" } },
    });
  });
});

describe("refusals name the row and the column in words", () => {
  const put = (row: number, column: number, text: string) =>
    tableOf(lines).map((cells, at) => (at === row ? cells.with(column, text) : cells));
  const credit = lines.findIndex(({ side }) => side === "credit") + 4;

  it.each([
    ["a sum in words", put(credit, 3, "сто"), { row: credit + 1, column: "Кредит", text: "сто", check: "sum" }],
    ["three decimals", put(credit, 3, "1,234"), { row: credit + 1, column: "Кредит", text: "1,234", check: "sum" }],
    [
      "a day that never was",
      put(4, 0, "31.02.2026"),
      { row: 5, column: "Дата операции", text: "31.02.2026", check: "date" },
    ],
    ["both sides at once", put(credit, 2, "1,00"), { row: credit + 1, column: "Кредит", check: "both" }],
    ["no sum at all", put(credit, 3, ""), { row: credit + 1, column: "Кредит", check: "none" }],
    ["a negative credit", put(credit, 3, "-5,00"), { row: credit + 1, column: "Кредит", check: "sign" }],
  ])("%s", async (_, rows, params) => {
    expect(await codeOf(rows)).toMatchObject({ code: "statement.table_cell", params });
  });

  it("another's account above the table or in a column, another currency", async () => {
    const other = "BY19ALFA30140000000000000006";
    expect(await codeOf(put(0, 1, other))).toMatchObject({ code: "statement.wrong_account", params: { found: other } });
    expect(await codeOf(put(1, 1, "USD"))).toMatchObject({ code: "statement.foreign_currency" });
    const own = { ...MAPPING, columns: { ...MAPPING.columns, currency: 7, bic: undefined } } as typeof MAPPING;
    expect(await codeOf(put(4, 7, "EUR"), own)).toMatchObject({ code: "statement.foreign_currency" });
  });

  it("a formula, and a sum under a merged cell", async () => {
    const rows = tableOf(lines).map((row) => row.map((cell) => cell || null));
    const formula = await sheetOf(
      await xlsxOf(rows, { cells: [[`${credit},3`, { value: 1, formula: "1+1", formulaResult: 2 }]] }),
    );
    expect(readTable(formula, MAPPING, null)).toMatchObject({
      error: { code: "statement.table_formula", params: { row: credit + 1, column: "Кредит" } },
    });
    const column = lines[0]?.side === "credit" ? 3 : 2;
    const merge = [{ startRow: 4, startCol: column, endRow: 5, endCol: column }];
    const under = rows.map((row, at) => (at === 5 ? row.with(column, null) : row));
    expect(readTable(await sheetOf(await xlsxOf(under, { merges: merge })), MAPPING, null)).toMatchObject({
      error: { code: "statement.table_merged", params: { row: 6 } },
    });
  });

  it("a date merged over the rows of its day belongs to each of them", async () => {
    const day = lines.map((line) => ({ ...line, creditDate: asDay("2026-04-16") }));
    const rows = tableOf(day).map((row, at) =>
      row.map((cell, column) => (at > 4 && at < 8 && column === 0 ? null : cell || null)),
    );
    const merges = [{ startRow: 4, startCol: 0, endRow: 7, endCol: 0 }];
    const read = readTable(await sheetOf(await xlsxOf(rows, { merges })), MAPPING, null);
    expect(read.ok && read.value.lines.map(({ creditDate }) => creditDate)).toEqual(day.map(() => "2026-04-16"));
  });

  it("balances that stand twice, nowhere, or are no sums", async () => {
    const twice = tableOf(lines).toSpliced(1, 0, ["Входящий остаток", "5,00"]);
    expect(await codeOf(twice, { ...MAPPING, headerRow: 5 })).toMatchObject({
      code: "statement.table_balance",
      params: { found: 2 },
    });
    expect(await codeOf(put(2, 0, "Остаток"))).toMatchObject({ code: "statement.table_balance", params: { found: 0 } });
    const cell = { ...MAPPING, balances: { opening: "A3", closing: "B10" } };
    expect(await codeOf(tableOf(lines), cell)).toMatchObject({
      code: "statement.table_cell",
      params: { check: "balance" },
    });
    expect(await codeOf(tableOf(lines), { ...MAPPING, balances: { opening: "B3", closing: "B10" } })).toBe("taken");
    const behind = put(2, 0, "Входящий остаток на 16.04.2026: 1 250,40 BYN").map((row, at) =>
      at === 2 ? [row[0]!] : row,
    );
    expect(await codeOf(behind)).toBe("taken");
  });
});

describe("recognised again", () => {
  it("by the headings, wherever they stand and however they are printed", async () => {
    const print = fingerprintOf(HEAD);
    const shouted = tableOf(lines).map((row, at) => (at === 3 ? row.map((cell) => ` ${cell.toUpperCase()}: `) : row));
    expect(fingerprintsIn(await csv([["Отчёт"], ...shouted])).get(print)).toBe(4);
    const other = tableOf(lines).map((row, at) => (at === 3 ? row.with(3, "Приход") : row));
    expect(fingerprintsIn(await csv(other)).has(print)).toBe(false);
  });

  it("the first guess reads a table of the usual words without a correction", async () => {
    const sheet = await csv(tableOf(lines));
    const guess = suggestMapping(sheet, ACCOUNT);
    expect(guess).toMatchObject({ headerRow: 4, columns: MAPPING.columns, dateOrder: "dmy", decimal: "," });
    expect(tableMapping.safeParse(guess).error?.issues).toBeUndefined();
    expect(readTable(sheet, guess, null).ok).toBe(true);
  });

  it.each([
    [
      ["Дата", "Нумар дакумента", "Расход", "Прыход", "Прызначэнне плацяжу"],
      { date: 0, number: 1, debit: 2, credit: 3, purpose: 4 },
    ],
    [
      ["Posting date", "Document No", "Amount", "D/C", "Counterparty", "IBAN", "Payment details"],
      { date: 0, number: 1, sum: 2, payer: 4, iban: 5, purpose: 6 },
    ],
  ])("%j", async (head, columns) => {
    expect(suggestMapping(await csv([head, head.map(() => "1"), head.map(() => "2")]), ACCOUNT).columns).toMatchObject(
      columns,
    );
  });
});

describe("what is no table of a statement", () => {
  it.each([
    ["a bank's own format", encode(type4(lines), "windows-1251")],
    ["prose", encode("Уважаемый клиент, выписка во вложении, спасибо.\nС уважением, банк.")],
    ["HTML", encode("<html><table><tr><td>Дата;Сумма;Назначение платежа</td></tr></table>")],
    ["a cut 1C file", encode("1CClientBankExchang\nНомер=1,2,3,4,5\nСумма=1,2,3,4,5\nДата=1,2,3,4,5")],
    ["a ZIP of something else", new Uint8Array([0x50, 0x4b, 3, 4, ...Array(60).fill(0)])],
  ])("%s is left to the other readers", async (_, bytes) => {
    expect(await openTable(bytes)).toEqual({ ok: true, value: null });
  });

  it("macros, a cut workbook, a quote that never closes are refused by name", async () => {
    const book = await xlsxOf(tableOf(lines), { vbaProject: new Uint8Array(100) });
    expect(await openTable(book)).toMatchObject({
      error: { code: "statement.table_unsafe", params: { check: "macro" } },
    });
    const whole = await xlsxOf(tableOf(lines));
    expect(await openTable(whole.subarray(0, whole.length >> 1))).toMatchObject({
      error: { code: "statement.table_broken" },
    });
    const open = `${csvOf(tableOf(lines))}\n"16.04.2026;1;2`;
    expect(await openTable(encode(open))).toMatchObject({ error: { code: "statement.cut" } });
  });
});

it("a table's row is written from the line that it is read to", () => {
  expect(rowOf(lines[0]!)).toHaveLength(HEAD.length);
});
