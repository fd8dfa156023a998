import { writeXlsxStream } from "hucre/xlsx";

import { plainText } from "./safe-text.ts";
import type { Cell, Kind, Register } from "./table.ts";

const FORMAT: Record<Kind, string | undefined> = { text: undefined, day: "dd.mm.yyyy", money: "#,##0.00", count: "0" };
/** In characters; a longer heading makes its column wider. */
const WIDTH: Record<Kind, number> = { text: 28, day: 13, money: 16, count: 10 };
/** Excel's own limit of a cell. */
const LONGEST = 32_767;

/**
 * The same as a workbook, row by row: memory does not grow with the register. Days are dates, sums and counts numbers, texts are
 * strings whatever they begin with.
 */
export async function* xlsxOf({ name, columns, rows }: Register): AsyncGenerator<Uint8Array> {
  const kinds = columns.map(({ kind }) => kind);
  const stream = writeXlsxStream(typed(rows, kinds), {
    name: plainText(name).slice(0, 31),
    columns: columns.map(({ head, kind }, at) => ({
      ...{ header: plainText(head), key: String(at), width: Math.max(WIDTH[kind], head.length + 2) },
      ...(FORMAT[kind] && { numFmt: FORMAT[kind] }),
    })),
    freezePane: { rows: 1 },
  });
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

async function* typed(rows: Register["rows"], kinds: readonly Kind[]) {
  for await (const row of rows) yield kinds.map((kind, at) => typedCell(row[at] ?? null, kind));
}

function typedCell(cell: Cell, kind: Kind): string | number | Date | null {
  if (cell === null) return null;
  // Sums up to 90 trillion kopecks are exact in a double; a cell shows two digits of it.
  if (kind === "money") return Number(cell) / 100;
  if (kind === "day") return new Date(`${cell}T00:00:00Z`);
  return kind === "count" ? Number(cell) : plainText(String(cell)).slice(0, LONGEST);
}
