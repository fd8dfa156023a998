import { addDays, asDay, type Day, dayOf } from "#/lib/calendar/day.ts";
import { type Kopecks, LARGEST_SUM } from "#/lib/money/kopecks.ts";
import type { TableMapping } from "./mapping.ts";
import { type Cell, textOf } from "./sheet.ts";

const SHAPES: Record<TableMapping["dateOrder"], { shape: RegExp; at: [year: number, month: number, date: number] }> = {
  dmy: { shape: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ T,].*)?$/, at: [3, 2, 1] },
  mdy: { shape: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ T,].*)?$/, at: [3, 1, 2] },
  ymd: { shape: /^(\d{4})[./-]?(\d{2})[./-]?(\d{2})(?:[ T,].*)?$/, at: [1, 2, 3] },
};

/** 2000 to 2099 as a spreadsheet counts its days: anything else in a date's column is no date. */
const SERIAL = { first: 36_526, last: 73_050 };

function serialDay(value: number, from1904: boolean): Day | null {
  const days = Math.floor(value) + (from1904 ? 1462 : 0);
  return days >= SERIAL.first && days <= SERIAL.last ? addDays(asDay("1970-01-01"), days - 25_569) : null;
}

/** A day as the mapping says it is written; a workbook's own day, or its number where the format was lost. */
export function readDayCell(cell: Cell, order: TableMapping["dateOrder"], from1904: boolean): Day | null {
  if (cell === null) return null;
  if (typeof cell === "object") return cell.day;
  if (typeof cell === "number") return serialDay(cell, from1904);
  const text = textOf(cell);
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return serialDay(Number(text.replace(",", ".")), from1904);
  const { shape, at } = SHAPES[order];
  const found = shape.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, date = 0] = at.map((group) => Number(found[group]));
  return dayOf(year < 100 ? 2000 + year : year, month, date);
}

/** Kopecks of a double: exact to the kopeck, or no sum. 0.1 + 0.2 of a formula is not what a bank prints. */
function fromNumber(value: number): Kopecks | null {
  const kopecks = Math.round(value * 100);
  if (!Number.isSafeInteger(kopecks) || Math.abs(value * 100 - kopecks) > 1e-4) return null;
  const sum = BigInt(kopecks);
  return sum > LARGEST_SUM || -sum > LARGEST_SUM ? null : sum;
}

const GROUPS = { ",": "[ .']", ".": "[ ,']" } as const;

/**
 * A sum with its sign: "1 234,56", "(12,50)", "12,50-", "−12,50", any kind of space, BYN behind it. Thousands come in
 * threes; the other sign than the mapping's is no decimal sign. Null for what is no sum; zero for an empty cell is the
 * caller's to say.
 */
export function readSumCell(cell: Cell, decimal: TableMapping["decimal"]): Kopecks | null {
  if (cell === null || typeof cell === "object") return null;
  if (typeof cell === "number") return fromNumber(cell);
  let text = cell
    .replace(/[\s\u200B\u2060\uFEFF]+/g, " ")
    .trim()
    .replace(/ ?(?:BYN|Br|руб\.?|р\.)$/i, "")
    .trim();
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = bracketed[1] as string;
  const signed = /^([-+\u2212\u2013]?) ?(.+?) ?([-\u2212]?)$/.exec(text);
  if (!signed || (signed[1] && signed[3])) return null;
  const [, before = "", digits = "", after = ""] = signed;
  const group = GROUPS[decimal];
  const shape = new RegExp(`^(\\d{1,3}(?:${group}\\d{3})+|\\d+)(?:\\${decimal}(\\d{1,2}))?$`).exec(digits);
  if (!shape) return null;
  const whole = (shape[1] as string).replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  const all = `${whole}${(shape[2] ?? "").padEnd(2, "0")}`;
  if (all.length > 14) return null;
  const sum = BigInt(all);
  const negative = Boolean(bracketed) || (before !== "" && before !== "+") || after !== "";
  return negative ? -sum : sum;
}
