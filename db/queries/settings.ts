import "server-only";

import { and, desc, eq, gt, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { settings } from "#/db/schema/index.ts";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { type Settings, settingsSchema } from "#/lib/contract/settings.ts";

/** The seller's settings in force on a day: for each key the last row entered for that day or before, else the default. */
export async function settingsOn(db: Db | Tx, on: Day): Promise<Settings> {
  const rows = await db
    .selectDistinctOn([settings.key], { key: settings.key, value: settings.value })
    .from(settings)
    .where(lte(settings.validFrom, on))
    .orderBy(settings.key, desc(settings.validFrom), desc(settings.enteredAt));
  return settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** VAT modes that are entered for days after this one, by their first day: what the public page foretells. */
export async function vatAfter(db: Db | Tx, on: Day): Promise<{ from: Day; vat: Settings["vat"] }[]> {
  const rows = await db
    .selectDistinctOn([settings.validFrom], { from: settings.validFrom, value: settings.value })
    .from(settings)
    .where(and(eq(settings.key, "vat"), gt(settings.validFrom, on)))
    .orderBy(settings.validFrom, desc(settings.enteredAt));
  return rows.map(({ from, value }) => ({ from: asDay(from), vat: settingsSchema.shape.vat.parse(value) }));
}

export function settingsHistory(tx: Tx) {
  return tx.select().from(settings).orderBy(desc(settings.enteredAt), sql`${settings.id}`);
}
