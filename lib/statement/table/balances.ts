import { err, ok, type Result } from "#/lib/result.ts";
import type { Printed } from "../balance.ts";
import type { StatementRefusal } from "../statement.ts";
import { readSumCell } from "./cells.ts";
import type { TableMapping } from "./mapping.ts";
import { type Cell, cellAt, cellKey, letters, type Sheet, textOf } from "./sheet.ts";

export type Balances = { opening: Printed; closing: Printed };

const ADDRESS = /^([A-Z]{1,2})(\d{1,6})$/;

/** "C5" → row 4, column 2; null for words. */
function addressOf(place: string): [row: number, column: number] | null {
  const found = ADDRESS.exec(place.toUpperCase());
  if (!found) return null;
  const column = [...(found[1] as string)].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(found[2]) - 1, column];
}

/** "Входящий остаток на 16.04.2026: 1 250,40 BYN" → its figure; the day in it is no sum. */
function behind(text: string, words: string, decimal: TableMapping["decimal"]) {
  const rest = text
    .slice(words.length)
    .replace(/\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/g, " ")
    .replace(/^[^\d(\u2212-]+/, "");
  return rest === "" ? null : readSumCell(rest, decimal);
}

function findOne(sheet: Sheet, place: string, decimal: TableMapping["decimal"]): Result<Printed, StatementRefusal> {
  const refuse = (found: number) =>
    err({ code: "statement.table_balance", params: { place, found } } as StatementRefusal);
  const read = (row: number, column: number, cell: Cell): Result<Printed, StatementRefusal> => {
    const params = { row: row + 1, column: letters(column) };
    if (sheet.formulas.has(cellKey(row, column))) return err({ code: "statement.table_formula", params });
    const sum = readSumCell(cell, decimal);
    if (sum === null)
      return err({
        code: "statement.table_cell",
        params: { ...params, text: textOf(cell).slice(0, 80), check: "balance" },
      });
    return ok({ sum, line: row + 1 });
  };
  const address = addressOf(place);
  if (address) {
    const cell = cellAt(sheet, ...address);
    return cell === null ? refuse(0) : read(...address, cell);
  }
  const words = place.toLowerCase();
  const found: Result<Printed, StatementRefusal>[] = [];
  for (const [row, cells] of sheet.rows.entries())
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== "string") continue;
      const text = textOf(cell);
      if (!text.toLowerCase().startsWith(words)) continue;
      const inside = behind(text, place, decimal);
      if (inside !== null) {
        found.push(ok({ sum: inside, line: row + 1 }));
        continue;
      }
      const beside = cells.findIndex((one, at) => at > column && one !== null && readSumCell(one, decimal) !== null);
      if (beside >= 0) found.push(read(row, beside, cells[beside] ?? null));
    }
  // The same words twice with two figures: nobody can tell which one is meant.
  const [first] = found;
  return found.length === 1 && first ? first : refuse(found.length);
}

/** The balances where the mapping says they stand, each with its row. */
export function findBalances(
  sheet: Sheet,
  places: { opening: string; closing: string },
  decimal: TableMapping["decimal"],
): Result<Balances, StatementRefusal> {
  const opening = findOne(sheet, places.opening, decimal);
  if (!opening.ok) return opening;
  const closing = findOne(sheet, places.closing, decimal);
  return closing.ok ? ok({ opening: opening.value, closing: closing.value }) : closing;
}
