import "server-only";

import { and, asc, eq, inArray, lt, lte, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { contractLines, contracts, parties } from "#/db/schema/index.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import type { ForceMajeureCase } from "#/lib/contract/force-majeure.ts";
import { casesTouching } from "./force-majeure.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

export const DUE_FILTERS = ["late", "today", "week"] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

export type ActivationRow = {
  id: string;
  party: string;
  total: bigint;
  acceptedOn: Day;
  dueOn: Day;
  workingDays: number;
  cases: readonly ForceMajeureCase[];
  lines: { id: string; portal: string; months: number; activeTo: Day | null }[];
};

const dueBy = (filter: DueFilter | null, today: Day) => {
  if (filter === "late") return lt(contracts.activationDueOn, today);
  if (filter === "today") return eq(contracts.activationDueOn, today);
  return filter === "week" ? lte(contracts.activationDueOn, addDays(today, 7)) : undefined;
};

/** Concluded contracts that wait for access (3.5), the nearest deadline first. */
export async function activationQueue(
  tx: Tx,
  { filter, cursor, today }: { filter: DueFilter | null; cursor: Cursor | null; today: Day },
): Promise<Page<ActivationRow>> {
  const { where, order } = keyset(contracts.activationDueOn, contracts.id, "asc", "date", cursor);
  const found = await tx
    .select({
      id: contracts.id,
      party: parties.name,
      total: contracts.total,
      acceptedOn: sql<Day>`${contracts.acceptedOn}`,
      dueOn: sql<Day>`${contracts.activationDueOn}`,
      workingDays: sql<number>`(${contracts.bindings} ->> 'activationWorkingDays')::int`,
    })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.partyId))
    .where(and(eq(contracts.stage, "concluded"), dueBy(filter, today), where))
    .orderBy(order)
    .limit(PAGE + 1);
  const page = paged(found, cursor, (row) => `${row.dueOn}~${row.id}`);
  const lines = await linesOf(
    tx,
    page.rows.map(({ id }) => id),
  );
  const cases = await casesTouching(tx, page.rows);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      cases: cases.get(row.id) ?? [],
      lines: lines.filter(({ contractId }) => contractId === row.id),
    })),
  };
}

/** Portals and periods of some contracts, in the order of their lines. */
export async function linesOf(tx: Tx, ids: string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: contractLines.id,
      contractId: contractLines.contractId,
      portal: contractLines.portal,
      months: contractLines.months,
      activeTo: contractLines.activeTo,
    })
    .from(contractLines)
    .where(inArray(contractLines.contractId, ids))
    .orderBy(asc(contractLines.contractId), asc(contractLines.position));
}
