import "server-only";

import { sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { numberSeries } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { yearOf } from "#/lib/calendar/day.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";

export type Series = "invoice" | "act" | "reconciliation" | "refund";

/**
 * The next number of a series and year. The counter row stays locked until the issuing transaction ends, so a rollback gives
 * the number back and there are no holes. Take it last: everybody who issues waits here.
 */
export async function takeNumber(tx: Tx, kind: Series, on: Day) {
  const year = yearOf(on);
  const [row] = await tx
    .insert(numberSeries)
    .values({ kind, year, last: 1 })
    .onConflictDoUpdate({
      target: [numberSeries.kind, numberSeries.year],
      set: { last: sql`${numberSeries.last} + 1` },
    })
    .returning({ sequence: numberSeries.last });
  const sequence = row!.sequence;
  return { year, sequence, number: invoiceNumber(year, sequence) };
}
