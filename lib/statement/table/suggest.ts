import { readCode } from "../fields.ts";
import { readSumCell } from "./cells.ts";
import { foldHeading, headingsOf } from "./headings.ts";
import { DATE_ORDERS, DECIMALS, type Field, MAX_COLUMNS, MAX_HEADER_ROW, type TableMapping } from "./mapping.ts";
import { cellAt, type Sheet, textOf } from "./sheet.ts";
import { CLOSING, HEADINGS, OPENING, SKIP_WORDS } from "./words.ts";

/** Each field at the first column whose heading speaks of it; no column twice. */
export function columnsOf(headings: readonly string[]): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {};
  for (const [at, heading] of headings.slice(0, MAX_COLUMNS).entries()) {
    const folded = foldHeading(heading);
    if (folded === "" || folded.length > 60) continue;
    const found = HEADINGS.find(([field, words]) => columns[field] === undefined && words.test(folded));
    if (found) columns[found[0]] = at;
  }
  // "Дебет" and "Кредит" say more than a sum beside them, which repeats one of the two or is in another currency.
  if (columns.credit !== undefined && columns.debit !== undefined) {
    columns.sum = undefined;
    columns.side = undefined;
  } else if (columns.sum !== undefined) {
    columns.credit = undefined;
    columns.debit = undefined;
  }
  return Object.fromEntries(Object.entries(columns).filter(([, at]) => at !== undefined));
}

/** How many of a row's cells are headings that we know: tells the headings from the preamble, and tables from text. */
export const knownHeadings = (row: readonly (string | null)[]): number =>
  Object.keys(columnsOf(row.map((text) => text ?? ""))).length;

const ACCOUNT = /BY\d{2}[A-Z]{4}\d{4}[A-Z0-9]{16}/g;

/** The accounts printed above a row. Spaces inside are the printer's. */
export function accountsAbove(sheet: Sheet, row: number): string[] {
  const found = new Set<string>();
  for (const cells of sheet.rows.slice(0, row))
    for (const cell of cells) {
      const code = typeof cell === "string" ? readCode(cell) : null;
      for (const account of code?.match(ACCOUNT) ?? []) found.add(account);
    }
  return [...found];
}

function headerRow(sheet: Sheet): number {
  let best = { row: 0, known: 0 };
  for (let row = 0; row < Math.min(sheet.rows.length, MAX_HEADER_ROW); row++) {
    const known = knownHeadings(headingsOf(sheet, row));
    if (known > best.known) best = { row, known };
  }
  return best.row;
}

/** The order of a date that fits most of the column; day first where several fit, as banks here print it. */
function dateOrder(texts: readonly string[]): TableMapping["dateOrder"] {
  const ymd = texts.filter((text) => /^\d{4}[./-]?\d{2}[./-]?\d{2}/.test(text)).length;
  const american = texts.some((text) => Number(/^\d{1,2}[./-](\d{1,2})[./-]/.exec(text)?.[1]) > 12);
  if (ymd * 2 > texts.length) return "ymd";
  return american ? "mdy" : (DATE_ORDERS[0] as "dmy");
}

const decimal = (texts: readonly string[]): TableMapping["decimal"] => {
  const fits = (sign: TableMapping["decimal"]) => texts.filter((text) => readSumCell(text, sign) !== null).length;
  return fits(".") > fits(",") ? "." : DECIMALS[0];
};

/** The words before a balance: the first cell that says so and has a figure beside it or behind it. */
function balanceWords(sheet: Sheet, words: RegExp): string | null {
  for (const cells of sheet.rows)
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== "string" || !words.test(foldHeading(cell))) continue;
      const label = textOf(cell)
        .replace(/[:\d].*$/, "")
        .trim();
      const figure =
        /\d/.test(cell.replace(/\d{1,2}\.\d{1,2}\.\d{2,4}/g, "")) ||
        cells.slice(column + 1).some((one) => one !== null);
      if (label !== "" && label.length <= 80 && figure) return label;
    }
  return null;
}

const SAMPLE = 50;

/** A first guess for the mapping page: the accountant corrects what it did not see. */
export function suggestMapping(sheet: Sheet, account: string): TableMapping {
  const row = headerRow(sheet);
  const columns = columnsOf(headingsOf(sheet, row));
  const texts = (...fields: Field[]) =>
    fields.flatMap((field) => {
      const at = columns[field];
      if (at === undefined) return [];
      const below = sheet.rows.slice(row + 1, row + 1 + SAMPLE).map((_, n) => cellAt(sheet, row + 1 + n, at));
      return below
        .filter((cell) => typeof cell === "string")
        .map(textOf)
        .filter(Boolean);
    });
  const numbered = (sheet.rows[row + 1] ?? []).filter((cell) => cell !== null).map(textOf);
  const opening = balanceWords(sheet, OPENING);
  const closing = balanceWords(sheet, CLOSING);
  return {
    account: accountsAbove(sheet, row)[0] ?? account,
    headerRow: row + 1,
    columns,
    dateOrder: dateOrder(texts("date", "documentDate")),
    decimal: decimal(texts("credit", "debit", "sum")),
    // "1 2 3 4 …" under the headings numbers the columns.
    skipRows: numbered.length > 2 && numbered.every((text, at) => text === String(at + 1)) ? 1 : 0,
    skipWords: [...SKIP_WORDS],
    balances: opening && closing ? { opening, closing } : null,
  };
}

/** The headings in one line, for the sentence that asks for a profile. */
export const headingsGuess = (sheet: Sheet): string =>
  headingsOf(sheet, headerRow(sheet))
    .filter((text) => text !== "")
    .join(", ");
