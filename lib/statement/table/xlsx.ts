import { type CellValue, readXlsx } from "hucre/xlsx";

import { type Day, dayOf } from "#/lib/calendar/day.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import type { StatementRefusal } from "../statement.ts";
import { MAX_COLUMNS } from "./mapping.ts";
import { type Cell, cellKey, MAX_CELL, MAX_ROWS, type Sheet, tooLarge } from "./sheet.ts";
import { type ZipEntry, zipDirectory } from "./zip-directory.ts";

/** What 32 MB of an honest workbook unpack to, at most. */
const MAX_UNPACKED = 256 * 1024 * 1024;
/** XML of a table packs ten to forty times; a bomb packs a thousand. */
const MAX_RATIO = 200;
const SMALL = 1024 * 1024;
/** A merge over more cells than this is a picture of a table, not a table. */
const MAX_MERGED = 20_000;

const broken = (found: string) => err({ code: "statement.table_broken", params: { found } } as StatementRefusal);
const unsafe = (check: "macro" | "links" | "bomb", found: string): StatementRefusal => ({
  code: "statement.table_unsafe",
  params: { check, found },
});

/** True for a ZIP that holds a workbook; a DOCX or a plain archive is somebody else's. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const entries = zipDirectory(bytes);
  if (entries) return entries.some(({ name }) => /^xl\/workbook\.(?:xml|bin)$/.test(name));
  // A workbook that was cut has lost its directory; its first parts still say what it was.
  return /xl\/|\[Content_Types\]\.xml/.test(new TextDecoder("latin1").decode(bytes.subarray(0, 8192)));
}

/** What a statement never holds: macros, links to other files, a few bytes that unpack to gigabytes. */
function danger(entries: readonly ZipEntry[]): StatementRefusal | null {
  const macro = entries.find(({ name }) => /vbaProject\.bin$|^xl\/macrosheets\/|^xl\/activeX\//i.test(name));
  if (macro) return unsafe("macro", macro.name);
  const link = entries.find(({ name }) => /^xl\/externalLinks\/|^xl\/connections\.xml$|^xl\/embeddings\//i.test(name));
  if (link) return unsafe("links", link.name);
  const bomb = entries.find(({ packed, unpacked }) => unpacked > SMALL && unpacked > packed * MAX_RATIO);
  if (bomb) return unsafe("bomb", bomb.name);
  const unpacked = entries.reduce((all, entry) => all + entry.unpacked, 0);
  return unpacked > MAX_UNPACKED ? tooLarge("unpacked", unpacked, MAX_UNPACKED) : null;
}

const dayOfDate = (value: Date): Day | null =>
  dayOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return value;
  if (value instanceof Date) {
    const day = Number.isNaN(value.getTime()) ? null : dayOfDate(value);
    return day ? { day } : null;
  }
  return String(value);
}

/** Bytes → the first visible sheet with anything on it. Nothing of the workbook is run, followed or computed. */
export async function xlsxSheet(bytes: Uint8Array): Promise<Result<Sheet, StatementRefusal>> {
  const entries = zipDirectory(bytes);
  if (!entries) return broken("ZIP");
  const refusal = danger(entries);
  if (refusal) return err(refusal);
  if (entries.some(({ name }) => name === "xl/workbook.bin")) return broken("XLSB");
  const book = await readXlsx(bytes, {
    sheets: (info) => !info.hidden && !info.veryHidden,
    maxRows: MAX_ROWS + 1,
  }).catch(() => null);
  if (!book) return broken("XLSX");
  const found = book.sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== "")));
  if (!found) return err({ code: "statement.empty" });
  if (found.rows.length > MAX_ROWS) return err(tooLarge("rows", found.rows.length, MAX_ROWS));
  const rows: Cell[][] = [];
  for (const row of found.rows) {
    if (row.length > MAX_COLUMNS) return err(tooLarge("columns", row.length, MAX_COLUMNS));
    const cells = Array.from(row, cellOf);
    const long = cells.find((cell) => typeof cell === "string" && cell.length > MAX_CELL);
    if (typeof long === "string") return err(tooLarge("cell", long.length, MAX_CELL));
    rows.push(cells);
  }
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  const formulas = new Set<string>();
  for (const [key, { formula, type }] of found.cells ?? []) if (formula || type === "formula") formulas.add(key);
  const merged = new Map<string, [number, number]>();
  for (const { startRow, startCol, endRow, endCol } of found.merges ?? [])
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      for (let column = startCol; column <= Math.min(endCol, MAX_COLUMNS - 1); column++) {
        if (row === startRow && column === startCol) continue;
        if (merged.size >= MAX_MERGED) return err(tooLarge("rows", merged.size, MAX_MERGED));
        merged.set(cellKey(row, column), [startRow, startCol]);
      }
  return ok({ source: "xlsx", rows, formulas, merged, from1904: book.dateSystem === "1904" });
}
