import { shortHash } from "../identity.ts";
import { MAX_HEADER_ROW } from "./mapping.ts";
import { cellAt, letters, type Sheet, textOf } from "./sheet.ts";

/** Case, ё, spaces and marks are the printer's: "Дата операции " and "ДАТА  ОПЕРАЦИИ:" are one heading. */
export const foldHeading = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The headings of a row, by column; "" where there is none. */
export function headingsOf(sheet: Sheet, row: number): string[] {
  const width = sheet.rows[row]?.length ?? 0;
  const headings = Array.from({ length: width }, (_, column) => textOf(cellAt(sheet, row, column)));
  while (headings.length > 0 && headings.at(-1) === "") headings.pop();
  return headings;
}

/** What a column is called in a sentence: its heading, else its letter. */
export const columnName = (headings: readonly string[], column: number): string => headings[column] || letters(column);

/** A table of the same shape has the same fingerprint, whatever stands above its headings. */
export const fingerprintOf = (headings: readonly string[]): string => shortHash(headings.map(foldHeading).join("|"));

/** Where in the sheet the headings of a known shape stand: shape → row. The first place of each counts. */
export function fingerprintsIn(sheet: Sheet): Map<string, number> {
  const found = new Map<string, number>();
  for (let row = 0; row < Math.min(sheet.rows.length, MAX_HEADER_ROW); row++) {
    const headings = headingsOf(sheet, row);
    if (headings.filter((text) => text !== "").length < 3) continue;
    const print = fingerprintOf(headings);
    if (!found.has(print)) found.set(print, row);
  }
  return found;
}
