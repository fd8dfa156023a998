import { type CellValue, type MergeRange, writeXlsx } from "hucre/xlsx";

import { tableOf, xlsxOf } from "../../table/testing/tables.ts";
import type { Hostile } from "./judge.ts";
import { LINES } from "./lies.ts";
import { zipOf } from "./zip.ts";

type Rows = CellValue[][];
const rows = (): Rows => tableOf(LINES).map((row) => row.map((cell) => (cell === "" ? null : cell)));
/** The first operation's row of the sheet, and the columns of its sums. */
const FIRST = 4;
const [DATE, DEBIT, CREDIT] = [0, 2, 3];
const put = (row: number, column: number, value: CellValue) =>
  rows().map((cells, at) => (at === row ? cells.with(column, value) : cells));
const merge = (startRow: number, startCol: number, endRow: number, endCol: number): MergeRange[] => [
  { startRow, startCol, endRow, endCol },
];

const CELL = "statement.table_cell";
const BALANCE = "statement.balance";

type Book = [what: string, verdict: string, make: () => Promise<Uint8Array>];
const sheet = (made: Rows, more?: Parameters<typeof xlsxOf>[1]) => () => xlsxOf(made, more);
const formula = (row: number, column: number) => ({
  cells: [[`${row},${column}`, { value: 480, formula: "240+240", formulaResult: 480 }]] as [string, object][],
});

/** A workbook with one part more, or another in the place of one. */
const withPart = (name: string, bytes: Uint8Array) => async () => zipOf(await xlsxOf(rows()), { [name]: bytes });
const part = (text: string) => new TextEncoder().encode(text);

const SHEET = "xl/worksheets/sheet1.xml";

const BOOKS: Book[] = [
  ["as it should be", "taken", sheet(rows())],
  [
    "sums as numbers, days as dates",
    "taken",
    sheet(
      put(FIRST, CREDIT, 480).with(FIRST, put(FIRST, CREDIT, 480)[FIRST]!.with(DATE, new Date("2026-04-16T00:00:00Z"))),
    ),
  ],
  ["a day as a number", "taken", sheet(put(FIRST, DATE, 46_128))],
  ["a day as a number of another century", CELL, sheet(put(FIRST, DATE, 5))],
  ["a day as a truth", CELL, sheet(put(FIRST, DATE, true))],
  ["a sum as a truth", CELL, sheet(put(FIRST, CREDIT, true))],
  ["a sum as a date", CELL, sheet(put(FIRST, CREDIT, new Date("2026-04-16T00:00:00Z")))],
  ["a sum of three decimals", CELL, sheet(put(FIRST, CREDIT, 480.005))],
  ["a sum beyond a double", CELL, sheet(put(FIRST, CREDIT, 1e17))],
  ["a negative credit", CELL, sheet(put(FIRST, CREDIT, -480))],
  ["a kopeck more", BALANCE, sheet(put(FIRST, CREDIT, 480.01))],
  ["both sides at once", CELL, sheet(put(FIRST, DEBIT, 480))],
  ["no operations", "statement.table_no_rows", sheet(rows().filter((_, at) => at < FIRST || at > FIRST + 2))],
  ["a formula for a sum", "statement.table_formula", sheet(rows(), formula(FIRST, CREDIT))],
  ["a formula for a day", "statement.table_formula", sheet(rows(), formula(FIRST, DATE))],
  ["a formula for the closing balance", "statement.table_formula", sheet(rows(), formula(8, 1))],
  ["a formula in the totals, which nobody reads", "taken", sheet(rows(), formula(7, 3))],
  [
    "a sum merged over two operations",
    "statement.table_merged",
    sheet(
      rows()
        .with(FIRST + 2, rows()[FIRST + 2]!.with(CREDIT, null))
        .toSpliced(FIRST + 1, 1),
      { merges: merge(FIRST, CREDIT, FIRST + 1, CREDIT) },
    ),
  ],
  [
    "a day merged over its operations",
    "taken",
    sheet(
      rows().map((row, at) => (at > FIRST && at < FIRST + 3 ? row.with(DATE, null) : row)),
      { merges: merge(FIRST, DATE, FIRST + 2, DATE) },
    ),
  ],
  ["macros", "statement.table_unsafe", sheet(rows(), { vbaProject: new Uint8Array(64) })],
  ["sheets of macros", "statement.table_unsafe", withPart("xl/macrosheets/sheet1.xml", part("<x/>"))],
  ["controls that act", "statement.table_unsafe", withPart("xl/activeX/activeX1.xml", part("<x/>"))],
  ["links to another workbook", "statement.table_unsafe", withPart("xl/externalLinks/externalLink1.xml", part("<x/>"))],
  ["a connection to a database", "statement.table_unsafe", withPart("xl/connections.xml", part("<x/>"))],
  ["something embedded", "statement.table_unsafe", withPart("xl/embeddings/oleObject1.bin", new Uint8Array(64))],
  ["a bomb", "statement.table_unsafe", withPart("xl/media/image1.bmp", new Uint8Array(40_000_000))],
  ["a bomb in the sheet", "statement.table_unsafe", withPart(SHEET, new Uint8Array(40_000_000).fill(32))],
  [
    "entities in the sheet",
    "statement.empty",
    withPart(SHEET, part('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet>&a;</worksheet>')),
  ],
  ["a sheet that is no XML", "statement.table_broken", withPart(SHEET, part("не XML вовсе <<<"))],
  ["a cell of ten thousand letters", "statement.table_too_large", sheet(put(FIRST, 8, "А".repeat(10_000)))],
  [
    "a column far to the right",
    "statement.table_too_large",
    sheet(rows().map((row, at) => (at === 0 ? [...row, ...Array(150).fill(null), "x"] : row))),
  ],
  [
    "only a hidden sheet",
    "statement.empty",
    () =>
      writeXlsx({
        sheets: [
          { name: "А", rows: [] },
          { name: "Б", rows: rows(), hidden: true },
        ],
      }),
  ],
  ["another's account", "statement.wrong_account", sheet(put(0, 1, "BY19ALFA30140000000000000006"))],
  ["dollars", "statement.foreign_currency", sheet(put(1, 1, "USD"))],
  ["a formula written as text", "taken", sheet(put(FIRST, 8, '=HYPERLINK("http://x")'))],
  ["letters that turn the text round", "taken", sheet(put(FIRST, 5, "\u202Eанкат\u202C"))],
  ["half of it", "statement.table_broken", async () => (await xlsxOf(rows())).subarray(0, 2000)],
  ["without its directory", "statement.table_broken", async () => (await xlsxOf(rows())).slice(0, -22)],
  ["two parts of one name", "statement.table_broken", async () => zipOf(await xlsxOf(rows()), {}, { twice: SHEET })],
  [
    "a part that hides its size",
    "statement.table_broken",
    async () => zipOf(await xlsxOf(rows()), {}, { noSize: SHEET }),
  ],
  ["a document of Word", "statement.unknown_format", async () => zipOf(null, { "word/document.xml": part("<x/>") })],
  [
    "an archive with a statement inside",
    "statement.unknown_format",
    async () => zipOf(null, { "v.txt": part("***** ^Type=4^") }),
  ],
];

/** Workbooks with one danger each, and honest ones that look strange. */
export const hostileWorkbooks = (): Promise<Hostile[]> =>
  Promise.all(BOOKS.map(async ([what, verdict, make]) => ({ name: `XLSX: ${what}`, bytes: await make(), verdict })));
