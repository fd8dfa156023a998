import "server-only";

import { and, asc, desc, eq, sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { acts, invoices, numberSeries, parties } from "#/db/schema/index.ts";

export type NumberKind = "invoice" | "act";

/** A series and year with the proof of it: how many rows there are under its counter, and which numbers are missing. */
export type SeriesProof = { kind: NumberKind; year: number; last: number; issued: number; missing: number[] };

export async function seriesProofs(tx: Tx): Promise<SeriesProof[]> {
  const series = await tx.select().from(numberSeries).orderBy(desc(numberSeries.year), desc(numberSeries.kind));
  const proofs: SeriesProof[] = [];
  for (const { kind, year, last } of series) {
    const table = kind === "invoice" ? invoices : acts;
    const [row] = await tx.select({ issued: sql<number>`count(*)::int` }).from(table).where(eq(table.year, year));
    const issued = row?.issued ?? 0;
    const missing = issued === last ? [] : await missingNumbers(tx, table, year, last);
    proofs.push({ kind: kind as NumberKind, year, last, issued, missing });
  }
  return proofs;
}

async function missingNumbers(tx: Tx, table: typeof invoices | typeof acts, year: number, last: number) {
  const rows = await tx.execute<{ n: number }>(
    sql`select n from generate_series(1, ${last}::int) n except select ${table.sequence} from ${table} where ${table.year} = ${year} order by 1 limit 100`,
  );
  return [...rows].map(({ n }) => n);
}

export const JOURNAL_PAGE = 200;

/** The journal of one series and year in the order of its numbers, with what became of each. */
export function journal(tx: Tx, kind: NumberKind, year: number, from: number) {
  const table = kind === "invoice" ? invoices : acts;
  return tx
    .select({
      id: table.id,
      contractId: table.contractId,
      sequence: table.sequence,
      number: table.number,
      issuedOn: table.issuedOn,
      status: sql<string>`${table.status}`,
      party: parties.name,
      total: kind === "invoice" ? sql<string>`${invoices.total}` : sql<null>`null`,
      reason:
        kind === "invoice"
          ? sql<string | null>`${invoices.closedReason}`
          : sql<string | null>`(select next.correction_reason from acts next where next.replaces_id = ${acts.id})`,
      /** The paper that stands in the place of a void one. */
      successor:
        kind === "invoice"
          ? sql<string | null>`(select next.number from invoices next where next.replaces_id = ${invoices.id} limit 1)`
          : sql<string | null>`(select next.number from acts next where next.replaces_id = ${acts.id} limit 1)`,
    })
    .from(table)
    .innerJoin(parties, eq(parties.id, table.partyId))
    .where(and(eq(table.year, year), sql`${table.sequence} >= ${from}`))
    .orderBy(asc(table.sequence))
    .limit(JOURNAL_PAGE + 1);
}
