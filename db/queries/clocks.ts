import "server-only";

import { and, asc, eq, gte, inArray, lt, lte, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, contractLines, contracts, invoices, subscriptions } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";

/** Contracts whose live invoice is past its last day (3.2); the longest overdue first. For jobs only, as all here. */
export const invoicesPast = (tx: Tx, today: Day) =>
  tx
    .select({ contractId: invoices.contractId })
    .from(invoices)
    .where(and(eq(invoices.status, "live"), lt(invoices.validUntil, today)))
    .orderBy(asc(invoices.validUntil), asc(invoices.id));

/** Contracts whose act met silence to the end of its term (3.8). */
export const actsUnanswered = (tx: Tx, today: Day) =>
  tx
    .select({ contractId: acts.contractId })
    .from(acts)
    .where(and(inArray(acts.status, ["sent", "received"]), lt(acts.deemedDueOn, today)))
    .orderBy(asc(acts.deemedDueOn), asc(acts.id));

/** Contracts whose last paid day is over (6.1). */
export const contractsPast = (tx: Tx, today: Day) =>
  tx
    .select({ contractId: contracts.id })
    .from(contracts)
    .where(and(eq(contracts.stage, "active"), lt(contracts.endsOn, today)))
    .orderBy(asc(contracts.endsOn), asc(contracts.id));

export type EndingPeriod = {
  contractId: string;
  lastDay: Day;
  startedOn: Day;
  activationWorkingDays: number;
  portals: string[];
};

/**
 * Paid periods that end within `from`…`to` and that nothing continues: no later period of the portal, and no contract for it
 * that is paid and waits for its activation. By contract and last day.
 */
export const periodsEnding = (tx: Tx, from: Day, to: Day): Promise<EndingPeriod[]> =>
  tx
    .select({
      contractId: contractLines.contractId,
      lastDay: sql<Day>`${contractLines.activeTo}::text`,
      startedOn: sql<Day>`max(${contractLines.activeFrom})::text`,
      activationWorkingDays: sql<number>`max((${contracts.bindings} ->> 'activationWorkingDays')::int)`,
      portals: sql<string[]>`array_agg(${contractLines.portal} order by ${contractLines.position})`,
    })
    .from(contractLines)
    .innerJoin(contracts, eq(contracts.id, contractLines.contractId))
    .where(
      and(
        eq(contracts.stage, "active"),
        gte(contractLines.activeTo, from),
        lte(contractLines.activeTo, to),
        sql`not exists (select 1 from ${subscriptions} later where later.portal = ${contractLines.portal}
          and upper(later.period) - 1 > ${contractLines.activeTo})`,
        sql`not exists (select 1 from ${contractLines} paid join ${contracts} renewal on renewal.id = paid.contract_id
          where paid.portal = ${contractLines.portal} and paid.active_from is null and renewal.stage = 'concluded')`,
      ),
    )
    .groupBy(contractLines.contractId, contractLines.activeTo)
    .orderBy(asc(contractLines.activeTo), asc(contractLines.contractId));
