import "server-only";

import { database, inTenant } from "#/db/client.ts";
import { registerRows } from "#/db/queries/registers.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { csvOf } from "#/lib/exports/csv.ts";
import { columnsOf, type RegisterName } from "#/lib/exports/registers.ts";
import type { Cell, Register } from "#/lib/exports/table.ts";
import { xlsxOf } from "#/lib/exports/xlsx.ts";
import type { Period } from "#/lib/ledger/period.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

const PORTION = 2000;

/** A file that a register can be taken away as. */
export const REGISTER_FORMATS = {
  xlsx: { make: xlsxOf, mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  csv: { make: csvOf, mediaType: "text/csv; charset=utf-8" },
} as const;
export type RegisterFormat = keyof typeof REGISTER_FORMATS;
export const isFormat = (name: string): name is RegisterFormat => Object.hasOwn(REGISTER_FORMATS, name);

/** A whole register as a table: portions are read as the reader takes them, each in a transaction of its own. */
export function registerTable(actor: StaffActor, locale: Locale, name: RegisterName, period: Period): Register {
  const t = translator(locale, "books");
  const columns = columnsOf(name).map(([column, kind]) => ({ head: t(`reports.column.${column}`), kind }));
  return { name: t(`reports.register.${name}`), columns, rows: rows(actor, locale, name, period) };
}

async function* rows(actor: StaffActor, locale: Locale, name: RegisterName, period: Period): AsyncGenerator<Cell[]> {
  let after: { id: string; sort: string } | null = null;
  for (;;) {
    const portion = await inTenant(
      database(),
      actor,
      (tx) => registerRows(tx, name, period, { after, limit: PORTION }),
      { readOnly: true },
    );
    for (const { cells } of portion) yield inWords(locale, name, cells);
    after = portion.at(-1) ?? null;
    if (portion.length < PORTION) return;
  }
}

/** Statuses are said in the reader's language; everything else is as it is kept. */
export function inWords(locale: Locale, name: RegisterName, cells: Cell[]): Cell[] {
  const t = translator(locale, "books");
  return columnsOf(name).map(([column], at) => {
    const cell = cells[at] ?? null;
    return column === "status" && cell !== null ? t(`reports.status.${cell as "live"}`) : cell;
  });
}
