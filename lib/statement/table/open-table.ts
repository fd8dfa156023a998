import { ok, type Result } from "#/lib/result.ts";
import { decodeStatement } from "../decode.ts";
import { recognise } from "../recognise.ts";
import type { StatementRefusal } from "../statement.ts";
import { csvSheet, delimiterOf } from "./csv.ts";
import type { Sheet } from "./sheet.ts";
import { isWorkbook, xlsxSheet } from "./xlsx.ts";

/** Formats that are refused by their own names, however many commas they hold. */
const NAMED = /^(?:<|\{1:|:20:|\*{3,}|1[CС]ClientBank|\[|\^)/;

/**
 * A table out of the bytes, by content; null where they are none and the readers of the banks' own formats speak. A
 * workbook that may not be opened is refused here, by what is wrong with it.
 */
export async function openTable(bytes: Uint8Array): Promise<Result<Sheet | null, StatementRefusal>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return isWorkbook(bytes) ? xlsxSheet(bytes) : ok(null);
  const text = decodeStatement(bytes);
  if (!text.ok || recognise(text.value).ok || NAMED.test(text.value.slice(0, 100).replace(/^[\uFEFF\s]+/, "")))
    return ok(null);
  const body = text.value.replace(/^\uFEFF/, "");
  const delimiter = delimiterOf(body);
  return delimiter === null ? ok(null) : csvSheet(body, delimiter);
}
