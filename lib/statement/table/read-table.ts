import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { checkTotals } from "../balance.ts";
import { readCode, readUnp } from "../fields.ts";
import { type CellFault, type Statement, type StatementLine, type StatementRefusal, SUPPORTED } from "../statement.ts";
import { type Balances, findBalances } from "./balances.ts";
import { readDayCell, readSumCell } from "./cells.ts";
import { columnName, headingsOf } from "./headings.ts";
import type { Field, TableMapping } from "./mapping.ts";
import { type Cell, cellAt, cellKey, type Sheet, textOf } from "./sheet.ts";
import { accountsAbove } from "./suggest.ts";
import { sideOf } from "./words.ts";

const CLIP = 80;
const RUBLES = /^(?:BYN|933|BR|БЕЛ\.?\s*РУБ\.?|РУБ\.?)$/i;
const CURRENCY = /(?:валют\p{L}*|currency)[^\p{L}\d]*([A-Z]{3})(?!\p{L})/iu;

/** Refusals are thrown inside this file only, so that a row reads as one thing; outside they are results. */
class Refused extends Error {
  readonly refusal: StatementRefusal;
  constructor(refusal: StatementRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
const refuse = (refusal: StatementRefusal): never => {
  throw new Refused(refusal);
};

/** What a person typed in for a file whose table prints no balances. */
export type TypedBalances = { opening: Kopecks; closing: Kopecks };

/**
 * A bank's table through the accountant's mapping → the same statement as any other format, proved by the same law
 * (opening + credits − debits = closing), or the refusal that names the row and the column.
 */
export function readTable(
  sheet: Sheet,
  mapping: TableMapping,
  typed: TypedBalances | null,
  profile = "",
): Result<Statement, StatementRefusal> {
  try {
    return ok(statementOf(sheet, mapping, typed, profile));
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal);
    throw error;
  }
}

function statementOf(sheet: Sheet, mapping: TableMapping, typed: TypedBalances | null, profile: string): Statement {
  const header = mapping.headerRow - 1;
  ours(sheet, mapping, header);
  const rows = operations(sheet, mapping, header);
  const [first] = rows;
  if (!first) return refuse({ code: "statement.table_no_rows", params: { row: mapping.headerRow } });
  const totals = balances(sheet, mapping, typed, profile);
  let [credits, debits] = [0n, 0n];
  let [dateFrom, dateTo] = [first.creditDate, first.creditDate];
  for (const { side, amount, creditDate } of rows) {
    if (side === "credit") credits += amount;
    else debits += amount;
    if (creditDate < dateFrom) dateFrom = creditDate;
    if (creditDate > dateTo) dateTo = creditDate;
  }
  const off = checkTotals({ ...totals, credits: null, debits: null }, credits, debits);
  if (off) refuse(off);
  return {
    ...{ format: sheet.source, account: mapping.account, currency: "BYN" },
    ...{ opening: totals.opening.sum, closing: totals.closing.sum, credits, debits, dateFrom, dateTo, lines: rows },
  };
}

/** The account and the currency as the preamble says them: another's table is refused before its rows are read. */
function ours(sheet: Sheet, { account }: TableMapping, header: number): void {
  const printed = accountsAbove(sheet, header);
  if (printed.length > 0 && !printed.includes(account))
    refuse({ code: "statement.wrong_account", params: { expected: account, found: printed.join(", ") } });
  for (const cells of sheet.rows.slice(0, header)) {
    const line = cells.map(textOf).join(" ");
    foreign(CURRENCY.exec(line)?.[1]?.toUpperCase() ?? "");
  }
}

function foreign(currency: string): void {
  if (currency !== "" && !RUBLES.test(currency))
    refuse({ code: "statement.foreign_currency", params: { currency: currency.slice(0, CLIP), supported: SUPPORTED } });
}

function balances(sheet: Sheet, mapping: TableMapping, typed: TypedBalances | null, profile: string): Balances {
  if (!mapping.balances) {
    if (!typed) return refuse({ code: "statement.table_no_balances", params: { profile } });
    const line = mapping.headerRow;
    return { opening: { sum: typed.opening, line }, closing: { sum: typed.closing, line } };
  }
  const found = findBalances(sheet, mapping.balances, mapping.decimal);
  return found.ok ? found.value : refuse(found.error);
}

function operations(sheet: Sheet, mapping: TableMapping, header: number): StatementLine[] {
  const headings = headingsOf(sheet, header);
  const words = mapping.skipWords.map((word) => word.toLowerCase());
  const lines: StatementLine[] = [];
  let debitSign: 1 | -1 | null = null;

  for (let row = header + 1 + mapping.skipRows; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] as Cell[];
    const start = cells.find((cell) => cell !== null) ?? null;
    if (start === null) continue;
    const opening = textOf(start).toLowerCase();
    if (words.some((word) => opening.startsWith(word))) continue;
    const line = operation(row, lines.length + 1);
    if (line) lines.push(line);
  }
  return lines;

  function cell(row: number, field: Field): Cell {
    const column = mapping.columns[field];
    if (column === undefined) return null;
    if (sheet.formulas.has(cellKey(row, column)))
      refuse({ code: "statement.table_formula", params: { row: row + 1, column: columnName(headings, column) } });
    return cellAt(sheet, row, column);
  }

  function off(row: number, field: Field, check: CellFault, text: string): never {
    const column = columnName(headings, mapping.columns[field] ?? 0);
    return refuse({ code: "statement.table_cell", params: { row: row + 1, column, text: text.slice(0, CLIP), check } });
  }

  /** A sum under a merged cell would be counted once for each row of it. */
  function sum(row: number, field: Field): Kopecks | null {
    const column = mapping.columns[field];
    if (column === undefined) return null;
    if (sheet.merged.has(cellKey(row, column)) && cellAt(sheet, row, column) !== null)
      refuse({ code: "statement.table_merged", params: { row: row + 1, column: columnName(headings, column) } });
    const read = cell(row, field);
    if (read === null || /^[-\u2013\u2014\u2212]$/.test(textOf(read))) return null;
    return readSumCell(read, mapping.decimal) ?? off(row, field, "sum", textOf(read));
  }

  function moved(row: number): { side: "credit" | "debit"; amount: Kopecks } | null {
    if (mapping.columns.sum === undefined) return ofPair(row, sum(row, "credit") ?? 0n, sum(row, "debit") ?? 0n);
    const value = sum(row, "sum");
    if (value === null || value === 0n) return null;
    if (mapping.columns.side === undefined)
      return value > 0n ? { side: "credit", amount: value } : { side: "debit", amount: -value };
    const text = textOf(cell(row, "side"));
    const side = sideOf(text) ?? off(row, "side", "side", text);
    // A minus that says what the side says is a way of printing; one that denies it is somebody's mistake.
    if (value < 0n && side === "credit") off(row, "sum", "sign", textOf(cell(row, "sum")));
    return { side, amount: value < 0n ? -value : value };
  }

  function ofPair(row: number, credit: Kopecks, debit: Kopecks) {
    if (credit === 0n && debit === 0n) return null;
    if (credit !== 0n && debit !== 0n) off(row, "credit", "both", textOf(cell(row, "credit")));
    if (credit < 0n) off(row, "credit", "sign", textOf(cell(row, "credit")));
    if (credit > 0n) return { side: "credit" as const, amount: credit };
    // Some banks print every debit with a minus; both kinds in one file would be a reversal that nobody named.
    const sign = debit < 0n ? -1 : 1;
    debitSign ??= sign;
    if (sign !== debitSign) off(row, "debit", "sign", textOf(cell(row, "debit")));
    return { side: "debit" as const, amount: debit < 0n ? -debit : debit };
  }

  function operation(row: number, position: number): StatementLine | null {
    const dated = cell(row, "date");
    const amount = moved(row);
    // Neither a day nor money: a footnote, a signature, a purpose that ran over.
    if (dated === null && !amount) return null;
    const creditDate = readDayCell(dated, mapping.dateOrder, sheet.from1904) ?? off(row, "date", "date", textOf(dated));
    const field: Field = mapping.columns.sum === undefined ? "credit" : "sum";
    if (!amount) return off(row, field, "none", textOf(cell(row, field)));
    foreign(textOf(cell(row, "currency")).toUpperCase());
    const own = readCode(textOf(cell(row, "account")));
    if (own && own !== mapping.account)
      refuse({ code: "statement.wrong_account", params: { expected: mapping.account, found: own.slice(0, CLIP) } });
    return {
      documentNumber: textOf(cell(row, "number")),
      documentDate: documentDay(row, creditDate),
      ...{ creditDate, ...amount },
      payer: {
        name: textOf(cell(row, "payer")),
        unp: readUnp(textOf(cell(row, "unp"))),
        iban: readCode(textOf(cell(row, "iban"))),
        bic: readCode(textOf(cell(row, "bic"))),
      },
      purpose: textOf(cell(row, "purpose")),
      bankId: textOf(cell(row, "bankId")) || null,
      position,
    };
  }

  /** Empty: the table does not say, and the day of the credit stands for it. */
  function documentDay(row: number, creditDate: Day): Day {
    const said = cell(row, "documentDate");
    if (said === null) return creditDate;
    return readDayCell(said, mapping.dateOrder, sheet.from1904) ?? off(row, "documentDate", "date", textOf(said));
  }
}
