import "server-only";

import { and, asc, eq, exists, gt, inArray, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { contracts, documents, editions, parties } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { PriceRow } from "#/lib/editions/edition.ts";
import { editionByNumber, pricesOf } from "./documents.ts";

/** A published edition with its document's kind, its prices, and the edition before it in the same language. */
export async function editionToTell(tx: Tx, id: string) {
  const [row] = await tx
    .select({ edition: editions, slug: documents.slug, kind: documents.kind })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(eq(editions.id, id));
  if (!row) return null;
  const { edition, slug, kind } = row;
  const before = await editionByNumber(tx, slug, edition.number - 1, edition.language);
  const prices = async (of: string) => (await pricesOf(tx, of)) as PriceRow[];
  return {
    ...{ ...edition, slug, kind, prices: await prices(id) },
    before: before && { ...before, prices: await prices(before.id) },
  };
}

/** Parties with a contract in force or an invoice to pay, by id, after `after`. For jobs only. */
export async function partiesToTell(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  const withContract = tx
    .select({ one: sql`1` })
    .from(contracts)
    .where(and(eq(contracts.partyId, parties.id), inArray(contracts.stage, ["invoiced", "concluded", "active"])));
  const rows = await tx
    .select({ id: parties.id })
    .from(parties)
    .where(and(exists(withContract), after === null ? undefined : gt(parties.id, after)))
    .orderBy(asc(parties.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * What an edition of the offer means for a party: the terms of its contracts that had accepted an earlier one (each edition
 * names its own number of days, 6.2), and whether an invoice waits for money.
 */
export async function partyUnder(tx: Tx, partyId: string, edition: { number: number; publishedOn: Day }) {
  const rows = await tx
    .select({ stage: contracts.stage, bindings: contracts.bindings })
    .from(contracts)
    .leftJoin(editions, eq(editions.id, contracts.acceptedOfferId))
    .where(
      and(
        eq(contracts.partyId, partyId),
        inArray(contracts.stage, ["invoiced", "concluded", "active"]),
        sql`(${editions.number} is null or (${editions.number} < ${edition.number} and ${contracts.acceptedOn} <= ${edition.publishedOn}))`,
      ),
    );
  const bound = rows.filter(({ stage }) => stage !== "invoiced");
  return {
    windowDays: bound.length > 0 ? Math.min(...bound.map(({ bindings }) => bindings.editionCalendarDays)) : null,
    toPay: rows.length > bound.length,
  };
}
