import { CsvError, parse } from "csv-parse/sync";

import { err, ok, type Result } from "#/lib/result.ts";
import type { StatementRefusal } from "../statement.ts";
import { MAX_COLUMNS } from "./mapping.ts";
import { MAX_CELL, MAX_ROWS, type Sheet, tooLarge } from "./sheet.ts";
import { knownHeadings } from "./suggest.ts";

const DELIMITERS = [";", "\t", ",", "|"] as const;
/** Enough to see the headings under any preamble. */
const SAMPLE_ROWS = 60;
const SAMPLE_LENGTH = 64 * 1024;
const NO_CELLS: ReadonlySet<string> = new Set();

/** One kind of line end: files glued together have several, and the reader goes by the first. */
const read = (text: string, delimiter: string, rows?: number): string[][] =>
  parse(text.replace(/^sep=.\r?\n/i, "").replace(/\r\n?/g, "\n"), {
    ...{ delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: false },
    ...(rows !== undefined && { to: rows }),
  });

/** How much of a table the text is when read so: headings that we know, then rows as wide as each other. */
function weight(text: string, delimiter: string): { headings: number; width: number } {
  let rows: string[][];
  try {
    rows = read(text, delimiter, SAMPLE_ROWS);
  } catch {
    return { headings: 0, width: 0 };
  }
  const headings = Math.max(0, ...rows.map((row) => knownHeadings(row)));
  const widths = new Map<number, number>();
  for (const row of rows) if (row.length > 2) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const width = Math.max(0, ...[...widths].filter(([, times]) => times > 2).map(([columns]) => columns));
  return { headings, width };
}

/** The sign between columns, or null where the text is no table: neither known headings nor rows of one width. */
export function delimiterOf(text: string): string | null {
  const sample = wholeLines(text);
  let best: { delimiter: string; headings: number; width: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const found = { delimiter, ...weight(sample, delimiter) };
    if (found.headings < 3 && found.width < 4) continue;
    if (!best || found.headings > best.headings || (found.headings === best.headings && found.width > best.width))
      best = found;
  }
  return best?.delimiter ?? null;
}

/** The first lines, cut where a line ends; a quote left open would make the sample unreadable, so it is closed. */
function wholeLines(text: string): string {
  const head = text.slice(0, SAMPLE_LENGTH);
  const cut = head.length < text.length ? head.slice(0, head.lastIndexOf("\n") + 1) || head : head;
  return (cut.match(/"/g)?.length ?? 0) % 2 === 0 ? cut : `${cut}"`;
}

/** Text → cells. */
export function csvSheet(text: string, delimiter: string): Result<Sheet, StatementRefusal> {
  let rows: string[][];
  try {
    rows = read(text, delimiter);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err({ code: "statement.cut", params: { missing: '"', line: text.split("\n").length } });
  }
  while (rows.at(-1)?.every((cell) => cell.trim() === "")) rows.pop();
  if (rows.length > MAX_ROWS) return err(tooLarge("rows", rows.length, MAX_ROWS));
  for (const row of rows) {
    if (row.length > MAX_COLUMNS) return err(tooLarge("columns", row.length, MAX_COLUMNS));
    for (const cell of row) if (cell.length > MAX_CELL) return err(tooLarge("cell", cell.length, MAX_CELL));
  }
  const cells = rows.map((row) => row.map((cell) => (cell.trim() === "" ? null : cell)));
  return ok({ source: "csv", rows: cells, formulas: NO_CELLS, merged: new Map(), from1904: false });
}
