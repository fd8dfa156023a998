import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { toDecimal } from "#/lib/money/kopecks.ts";
import { csvText } from "./safe-text.ts";
import type { Cell, Kind, Register } from "./table.ts";

const BATCH = 500;

/** For a spreadsheet in Russian: a mark of UTF-8, semicolons, decimal commas, dd.mm.yyyy. In portions of some hundred lines. */
export async function* csvOf({ columns, rows }: Register): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines = [`\uFEFF${lineOf(columns.map(({ head }) => csvText(head)))}`];
  for await (const row of rows) {
    lines.push(lineOf(columns.map(({ kind }, at) => textOf(row[at] ?? null, kind))));
    if (lines.length < BATCH) continue;
    yield encoder.encode(lines.join(""));
    lines = [];
  }
  if (lines.length > 0) yield encoder.encode(lines.join(""));
}

function textOf(cell: Cell, kind: Kind): string {
  if (cell === null) return "";
  if (kind === "money") return toDecimal(cell as bigint).replace(".", ",");
  if (kind === "day") return formatDay(asDay(String(cell)));
  return kind === "count" ? String(cell) : csvText(String(cell));
}

const quoted = (text: string) =>
  /[";\r\n']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
const lineOf = (cells: readonly string[]) => `${cells.map(quoted).join(";")}\r\n`;
