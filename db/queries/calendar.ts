import "server-only";

import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, ne, or } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { acts, calendarTransfers, calendarYears, contracts, invoices, parties } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { CalendarBook } from "#/lib/calendar/edit.ts";

/** Who entered the transfers that a fresh database begins with (db/seed/calendar.ts). */
export const SEEDED_BY = "job:seed";

/** The calendar in force: transfers that were not withdrawn, and the years that are confirmed. The same for everybody. */
export async function calendarBook(db: Db | Tx): Promise<CalendarBook> {
  const { id, off, worked, resolution, source } = calendarTransfers;
  const transfers = await db
    .select({ id, off, worked, resolution, source })
    .from(calendarTransfers)
    .where(isNull(calendarTransfers.withdrawnAt))
    .orderBy(asc(off), asc(id));
  const years = await db.select({ year: calendarYears.year }).from(calendarYears).orderBy(asc(calendarYears.year));
  return { transfers, years: years.map(({ year }) => year) };
}

/** The book as it stood at a moment. What the installation began with was known before it. */
export async function calendarBookAt(db: Db | Tx, at: Date): Promise<CalendarBook> {
  const { id, off, worked, resolution, source, enteredAt, enteredBy, withdrawnAt } = calendarTransfers;
  const transfers = await db
    .select({ id, off, worked, resolution, source })
    .from(calendarTransfers)
    .where(and(or(lte(enteredAt, at), eq(enteredBy, SEEDED_BY)), or(isNull(withdrawnAt), gt(withdrawnAt, at))))
    .orderBy(asc(off), asc(id));
  const years = await db
    .select({ year: calendarYears.year })
    .from(calendarYears)
    .where(or(lte(calendarYears.confirmedAt, at), eq(calendarYears.confirmedBy, SEEDED_BY)))
    .orderBy(asc(calendarYears.year));
  return { transfers, years: years.map(({ year }) => year) };
}

/** All that was ever entered, withdrawn ones too, the newest first. */
export async function calendarHistory(tx: Tx) {
  const transfers = await tx
    .select()
    .from(calendarTransfers)
    .orderBy(desc(calendarTransfers.off), desc(calendarTransfers.enteredAt), asc(calendarTransfers.id));
  const years = await tx.select().from(calendarYears).orderBy(desc(calendarYears.year));
  return { transfers, years };
}

/**
 * Contracts with an open term that ends on one of these days or later and began before the last of them: no other term can
 * feel a change of these days. The one that was placed first comes first, which is the order of locking, too.
 */
export async function contractsFeeling(tx: Tx, days: readonly Day[]): Promise<string[]> {
  const first = [...days].sort()[0];
  const last = [...days].sort().at(-1);
  if (!first || !last) return [];
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .leftJoin(invoices, and(eq(invoices.contractId, contracts.id), eq(invoices.status, "live")))
    .leftJoin(acts, and(eq(acts.contractId, contracts.id), ne(acts.status, "replaced")))
    .where(
      or(
        and(lt(invoices.issuedOn, last), gte(invoices.validUntil, first)),
        and(
          eq(contracts.stage, "concluded"),
          lt(contracts.acceptedOn, last),
          or(gte(contracts.activationDueOn, first), gte(contracts.actDueOn, first)),
        ),
        and(
          inArray(contracts.stage, ["active", "ended", "terminated"]),
          inArray(contracts.act, ["none", "issued"]),
          lt(contracts.acceptedOn, last),
          gte(contracts.actDueOn, first),
        ),
        and(
          inArray(acts.status, ["sent", "received"]),
          lt(acts.sentOn, last),
          or(gte(acts.deemedDueOn, first), gte(acts.answerDueOn, first)),
        ),
      ),
    )
    .orderBy(asc(contracts.placedAt), asc(contracts.id));
  return rows.map(({ id }) => id);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** For the operator: the contract's id by itself or by the number of one of its invoices; null where there is none. */
export async function contractByIdOrNumber(tx: Tx, text: string): Promise<string | null> {
  if (UUID.test(text)) return text;
  const [row] = await tx.select({ id: invoices.contractId }).from(invoices).where(eq(invoices.number, text));
  return row?.id ?? null;
}

/** The customers' names of these contracts, for the house. */
export async function customersOf(tx: Tx, contractIds: readonly string[]): Promise<Map<string, string>> {
  if (contractIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: contracts.id, name: parties.name })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.partyId))
    .where(inArray(contracts.id, [...contractIds]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
