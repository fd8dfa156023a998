import "server-only";

import { and, asc, desc, eq, gte, inArray, lte, or, sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { acts, allocations, bookExports, invoices, ledgerEntries, parties, payments } from "#/db/schema/index.ts";
import type { OneCRecord } from "#/lib/exports/one-c.ts";
import type { Period } from "#/lib/ledger/period.ts";

type Asked = { period: Period; postedUntil: Date; after: OneCRecord | null; limit: number };

/** Entries of a period that were in the books at a moment, by day and id: the books grow only, so that moment can be asked again. */
export function exportedEntries(tx: Tx, { period, postedUntil, after, limit }: Asked): Promise<OneCRecord[]> {
  return tx
    .select({
      id: ledgerEntries.id,
      day: ledgerEntries.day,
      factDay: ledgerEntries.factDay,
      debit: ledgerEntries.debit,
      credit: ledgerEntries.credit,
      amount: ledgerEntries.amount,
      source: ledgerEntries.source,
      document: sql<string | null>`coalesce(${acts.number}, ${payments.documentNumber})`,
      invoice: invoices.number,
      partyId: ledgerEntries.partyId,
      unp: parties.unp,
      party: parties.name,
    })
    .from(ledgerEntries)
    .leftJoin(parties, eq(parties.id, ledgerEntries.partyId))
    .leftJoin(acts, and(inArray(ledgerEntries.source, ["act", "settlement"]), eq(acts.id, ledgerEntries.sourceId)))
    .leftJoin(allocations, and(eq(ledgerEntries.source, "allocation"), eq(allocations.id, ledgerEntries.sourceId)))
    .leftJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .leftJoin(
      payments,
      or(
        eq(payments.id, allocations.paymentId),
        and(eq(ledgerEntries.source, "payment"), eq(payments.id, ledgerEntries.sourceId)),
      ),
    )
    .where(
      and(
        gte(ledgerEntries.day, period.from),
        lte(ledgerEntries.day, period.to),
        lte(ledgerEntries.postedAt, postedUntil),
        after ? sql`(${ledgerEntries.day}, ${ledgerEntries.id}) > (${after.day}::date, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(ledgerEntries.day), asc(ledgerEntries.id))
    .limit(limit);
}

const SHOWN = 50;

/** What was given away, newest first, each with the earlier export of the same period and format, if there was one. */
export function exportList(tx: Tx) {
  const earlier = sql`from book_exports e where e.format = ${bookExports.format} and e."from" = ${bookExports.from} and e."to" = ${bookExports.to} and e.exported_at < ${bookExports.exportedAt} order by e.exported_at desc limit 1`;
  return tx
    .select({
      id: bookExports.id,
      format: bookExports.format,
      from: bookExports.from,
      to: bookExports.to,
      records: bookExports.records,
      sha256: bookExports.sha256,
      exportedAt: bookExports.exportedAt,
      exportedBy: bookExports.exportedBy,
      before: sql<string | null>`(select e.sha256 ${earlier})`,
    })
    .from(bookExports)
    .orderBy(desc(bookExports.exportedAt))
    .limit(SHOWN);
}

export async function findExport(tx: Tx, id: string) {
  const [row] = await tx.select().from(bookExports).where(eq(bookExports.id, id));
  return row ?? null;
}
