import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";

/** What a column holds: in a workbook a day is a date and a sum is a number, and a text is never a formula. */
export type Kind = "text" | "day" | "money" | "count";
export type Cell = string | Day | Kopecks | number | null;
export type Column = { head: string; kind: Kind };

/** A register on its way out: rows are pulled as the reader reads. Cells stand in the order of the columns. */
export type Register = { name: string; columns: readonly Column[]; rows: AsyncIterable<Cell[]> | Iterable<Cell[]> };
