import type { DiffRow } from "./model.ts";
import { untouched } from "./summary.ts";

/** A comparison as a page lays it out: what a reader must see, and what may stay folded between it. */
export type Part =
  | { kind: "row"; row: DiffRow }
  /** The heading of the section that the next shown clause stands in. */
  | { kind: "heading"; row: DiffRow }
  | { kind: "same" | "renumbered"; rows: DiffRow[] };

const isHeading = (row: DiffRow) => row.new[0]?.headed === true && row.text === "same";
const isNoise = (row: DiffRow) => row.text === "same" && row.place === "renumbered";

/** Runs of unchanged clauses fold into one line each; the heading above a shown clause is never folded away. */
export function partsOf(rows: readonly DiffRow[]): Part[] {
  const parts: Part[] = [];
  const fold = (run: readonly DiffRow[]) => {
    for (const row of run) {
      const kind = isNoise(row) ? "renumbered" : "same";
      const last = parts.at(-1);
      if (last?.kind === kind) last.rows.push(row);
      else parts.push({ kind, rows: [row] });
    }
  };
  let run: DiffRow[] = [];
  for (const row of rows) {
    if (untouched(row) || isNoise(row)) {
      run.push(row);
      continue;
    }
    // A changed heading is a heading of its own.
    const heading = row.new[0]?.headed ? -1 : run.findLastIndex(isHeading);
    fold(run.slice(0, Math.max(0, heading)));
    if (heading >= 0) parts.push({ kind: "heading", row: run[heading]! });
    fold(run.slice(heading + 1));
    run = [];
    parts.push({ kind: "row", row });
  }
  fold(run);
  return parts;
}
