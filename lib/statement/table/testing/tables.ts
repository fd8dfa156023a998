import { type Cell, type CellValue, type MergeRange, writeXlsx } from "hucre/xlsx";

import { toDecimal } from "#/lib/money/kopecks.ts";
import type { StatementLine } from "../../statement.ts";
import { ACCOUNT, OPENING, totalsOf } from "../../testing/write.ts";
import type { TableMapping } from "../mapping.ts";

const dotted = (day: string) => day.split("-").reverse().join(".");
const comma = (sum: bigint) => toDecimal(sum).replace(".", ",");

export const HEAD = [
  ...["Дата операции", "Номер документа", "Дебет", "Кредит", "УНП корреспондента"],
  ...["Наименование корреспондента", "Счёт корреспондента", "БИК", "Назначение платежа"],
];

export const rowOf = (line: StatementLine): string[] => [
  dotted(line.creditDate),
  line.documentNumber,
  line.side === "debit" ? comma(line.amount) : "",
  line.side === "credit" ? comma(line.amount) : "",
  ...[line.payer.unp ?? "", line.payer.name, line.payer.iban ?? "", line.payer.bic ?? "", line.purpose],
];

/** A table as banks print it: who and when above, totals and balances below. */
export function tableOf(lines: readonly StatementLine[], opening = OPENING): string[][] {
  const { credits, debits } = totalsOf(lines);
  return [
    ["Выписка по счёту", ACCOUNT],
    ["Валюта", "BYN"],
    ["Входящий остаток", comma(opening)],
    HEAD,
    ...lines.map(rowOf),
    ["Итого", "", comma(debits), comma(credits)],
    ["Исходящий остаток", comma(opening + credits - debits)],
  ];
}

const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join(";")).join("\r\n");

export const MAPPING: TableMapping = {
  account: ACCOUNT,
  headerRow: 4,
  columns: { date: 0, number: 1, debit: 2, credit: 3, unp: 4, payer: 5, iban: 6, bic: 7, purpose: 8 },
  dateOrder: "dmy",
  decimal: ",",
  skipRows: 0,
  skipWords: ["Итого", "Исходящий"],
  balances: { opening: "Входящий остаток", closing: "Исходящий остаток" },
};

/** The same as a workbook; formulas and merges where a test wants them. */
export const xlsxOf = (
  rows: CellValue[][],
  {
    cells,
    merges,
    vbaProject,
  }: { cells?: [string, Partial<Cell>][]; merges?: MergeRange[]; vbaProject?: Uint8Array } = {},
): Promise<Uint8Array> =>
  writeXlsx({
    ...(vbaProject && { vbaProject }),
    sheets: [{ name: "Выписка", rows, ...(cells && { cells: new Map(cells) }), ...(merges && { merges }) }],
  });
