import { CsvError, parse } from "csv-parse/sync";

import type { Refusal } from "#/lib/action-result.ts";
import { decode } from "#/lib/editions/import/decode.ts";
import { newNotes } from "#/lib/editions/import/notes.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import type { CardField } from "../product.ts";
import { fieldOf, unescapeCell } from "./columns.ts";

const MOST_ROWS = 5000;

/** A row as it was written; `line` is its line in the file, for people. A field whose column is not there is absent. */
export type TableRow = { line: number; texts: Partial<Record<CardField, string>> };
export type Table = { rows: TableRow[]; fields: CardField[]; unknownHeads: string[] };

/**
 * Bytes of a table in any of the encodings that a spreadsheet writes (UTF-8 with or without its mark, UTF-16, windows-1251), with
 * semicolons, commas or tabs. Codes: import.encoding, catalog.csv_*.
 */
export function readTable(bytes: Uint8Array): Result<Table, Refusal> {
  const decoded = decode(bytes, newNotes());
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\uFEFF/, "");
  if (text.trim() === "") return err({ code: "catalog.csv_empty" });
  const records = parsed(text, delimiterOf(text));
  if (!records.ok) return records;
  const [head, ...rest] = records.value;
  const fields = head?.record.map((one) => fieldOf(unescapeCell(one))) ?? [];
  const known = fields.filter((field) => field !== null);
  if (!known.includes("name") && !known.includes("slug")) return err({ code: "catalog.csv_heads" });
  const twice = known.find((field, at) => known.indexOf(field) !== at);
  if (twice) return err({ code: "catalog.csv_head_twice", params: { head: headsOf(head?.record, fields, twice) } });
  const filled = rest.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return err({ code: "catalog.csv_empty" });
  if (filled.length > MOST_ROWS) return err({ code: "catalog.csv_too_many", params: { max: MOST_ROWS } });
  const unknownHeads = head?.record.filter((one, at) => fields[at] === null && one.trim() !== "") ?? [];
  return ok({ rows: filled.map((row) => textsOf(row, fields)), fields: known, unknownHeads });
}

type Line = { record: string[]; info: { lines: number } };

function parsed(text: string, delimiter: string): Result<Line[], Refusal> {
  try {
    const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return ok(parse(text, options) as unknown as Line[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 0);
    return err({ code: "catalog.csv_quotes", params: { line } });
  }
}

/** The sign that the first line has most of, outside of quotes: heads have no reason to hold the others. */
function delimiterOf(text: string): string {
  const head = (text.match(/^(?:"(?:[^"]|"")*"|[^"\n])*/)?.[0] ?? "").replace(/"(?:[^"]|"")*"/g, "");
  const count = (sign: string) => head.split(sign).length;
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const textsOf = ({ record, info }: Line, fields: readonly (CardField | null)[]): TableRow => ({
  line: info.lines,
  texts: Object.fromEntries(fields.flatMap((field, at) => (field ? [[field, unescapeCell(record[at] ?? "")]] : []))),
});

const headsOf = (head: readonly string[] = [], fields: readonly (CardField | null)[], wanted: CardField): string =>
  head.filter((_, at) => fields[at] === wanted).join(", ");
