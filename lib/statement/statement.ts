import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";

export type StatementFormat =
  | "client-bank-3"
  | "client-bank-4"
  | "client-bank-400"
  | "1c-exchange"
  | "mt940"
  | "camt-053"
  | "csv"
  | "xlsx"
  | "alfa-api";

/** Who stands at the other end of the line: the payer of a credit, the receiver of a debit. */
export type Counterparty = { name: string; unp: string | null; iban: string | null; bic: string | null };

/** One movement of the account. Two dates, because paying (acceptance, 3.2) and being credited (3.4) may fall apart. */
export type StatementLine = {
  documentNumber: string;
  documentDate: Day;
  creditDate: Day;
  /** Always above zero; `side` says which way. */
  amount: Kopecks;
  side: "credit" | "debit";
  payer: Counterparty;
  purpose: string;
  /** The bank's own id of the operation, where the format has one. */
  bankId: string | null;
  /** 1 for the first operation of the file. */
  position: number;
};

/**
 * Who says the balances: the file (or the person who read it out), the statement before it, or nobody. A bank's interface
 * gives operations only: there the opening is carried over and the closing follows from it, which proves nothing.
 */
export type StatementBalances = "stated" | "carried" | "unknown";

/** `opening + credits − debits = closing` holds for every statement that exists: others are refused whole. */
export type StatementHead = {
  format: StatementFormat;
  account: string;
  currency: "BYN";
  opening: Kopecks;
  closing: Kopecks;
  /** Absent: stated. */
  balances?: StatementBalances;
  credits: Kopecks;
  debits: Kopecks;
  dateFrom: Day;
  dateTo: Day;
};

/** What is wrong with a cell: no date, no sum, money on both sides or on none, a sign that denies its side. */
export type CellFault = "date" | "sum" | "both" | "none" | "sign" | "side" | "balance";

export type Statement = StatementHead & { lines: StatementLine[] };

/** The largest file read at all; an upload form may set less. */
export const STATEMENT_MAX_BYTES = 32 * 1024 * 1024;

export const SUPPORTED = "Type=3, Type=4, Type=400, 1CClientBankExchange 1.02, 1.03, MT940, camt.053, CSV, XLSX";

/** Sums in params are written for people ("1 234,56"); `line` counts the file's text lines from 1. */
type Params = {
  "statement.empty": undefined;
  "statement.too_large": { bytes: number; limit: number };
  "statement.encoding": { found: string };
  "statement.unknown_format": { found: string; supported: string };
  "statement.type_unsupported": { type: string; supported: string };
  "statement.foreign_currency": { currency: string; supported: string };
  "statement.wrong_account": { expected: string; found: string };
  "statement.several_accounts": { found: string };
  "statement.cut": { missing: string; line: number };
  "statement.bad_line": { line: number; key: string; text: string };
  "statement.balance": {
    check: "identity" | "credits" | "debits" | "continuity";
    line: number;
    expected: string;
    actual: string;
    difference: string;
  };
  /** A table that nobody has explained yet: the way on is the mapping page. */
  "statement.table_no_profile": { headings: string };
  /** Its profile says that a person types the balances in, and nobody has. */
  "statement.table_no_balances": { profile: string };
  /** `row` as a spreadsheet counts them, `column` by its heading. */
  "statement.table_cell": { row: number; column: string; text: string; check: CellFault };
  "statement.table_formula": { row: number; column: string };
  "statement.table_merged": { row: number; column: string };
  "statement.table_no_rows": { row: number };
  "statement.table_balance": { place: string; found: number };
  "statement.table_too_large": { check: "rows" | "columns" | "cell" | "unpacked"; found: number; limit: number };
  "statement.table_unsafe": { check: "macro" | "links" | "bomb" | "locked"; found: string };
  "statement.table_broken": { found: string };
};

export type StatementRefusalCode = keyof Params;
export type StatementRefusal = {
  [C in StatementRefusalCode]: Params[C] extends undefined
    ? { code: C; params?: undefined }
    : { code: C; params: Params[C] };
}[StatementRefusalCode];
