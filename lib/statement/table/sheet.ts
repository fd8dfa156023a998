import type { Day } from "#/lib/calendar/day.ts";
import type { StatementRefusal } from "../statement.ts";

/** A cell of a bank's table: text as printed, a number or a day where the workbook says so. */
export type Cell = string | number | { day: Day } | null;

/** Rows and columns count from 0 here, in words for people from 1 and by heading. */
export type Sheet = {
  source: "csv" | "xlsx";
  rows: Cell[][];
  /** "row,column" of cells that are computed: what they show is not what the bank wrote. */
  formulas: ReadonlySet<string>;
  /** "row,column" of a cell under a merged one → the cell that holds its value. */
  merged: ReadonlyMap<string, [row: number, column: number]>;
  /** Days stored as plain numbers count from 1904 in workbooks of old Macs. */
  from1904: boolean;
};

export const MAX_ROWS = 200_000;
export const MAX_CELL = 8_000;

export const cellKey = (row: number, column: number): string => `${row},${column}`;

/** The value that a person sees there: under a merged cell, that cell's. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  const own = sheet.rows[row]?.[column] ?? null;
  if (own !== null || sheet.merged.size === 0) return own;
  const anchor = sheet.merged.get(cellKey(row, column));
  return anchor ? (sheet.rows[anchor[0]]?.[anchor[1]] ?? null) : null;
}

/** What the cell says, on one line. Whole numbers keep all their digits: an account is no "1.2E+15". */
export function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell.replace(/\s+/g, " ").trim();
  if (typeof cell === "number") return Number.isSafeInteger(cell) ? cell.toFixed(0) : String(cell);
  return cell.day.split("-").reverse().join(".");
}

/** "A", "Z", "AA": what a spreadsheet calls a column that has no heading. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** Too much of anything is refused with its figure, before work is spent on it. */
export function tooLarge(
  check: "rows" | "columns" | "cell" | "unpacked",
  found: number,
  limit: number,
): StatementRefusal {
  return { code: "statement.table_too_large", params: { check, found, limit } };
}
