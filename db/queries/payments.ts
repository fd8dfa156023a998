import "server-only";

import { and, asc, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { allocations, payments, refunds, subscriptions } from "#/db/schema/index.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import type { PaymentFacts } from "#/lib/contract/steps/allocate-payment.ts";
import type { AllocationFacts } from "#/lib/contract/steps/release-allocation.ts";
import type { ReturnFacts } from "#/lib/contract/steps/return-payment.ts";

/** A credit line with what is left of it. Only the house allocates, so there is no party to scope by. */
export async function paymentFacts(tx: Tx, id: string): Promise<PaymentFacts | null> {
  const [row] = await tx
    .select({
      id: payments.id,
      amount: payments.amount,
      allocated: payments.allocated,
      documentDate: payments.documentDate,
      creditDate: payments.creditDate,
      toReturn: sql<boolean>`${payments.state} in ('to-return', 'returned')`,
    })
    .from(payments)
    .where(and(eq(payments.id, id), eq(payments.side, "credit")))
    .for("update");
  return row ?? null;
}

/** One allocation of a contract, its payment locked; null where the contract has none such. */
export async function allocationFacts(tx: Tx, contractId: string, id: string): Promise<AllocationFacts | null> {
  const [row] = await tx
    .select({
      id: allocations.id,
      paymentId: allocations.paymentId,
      invoiceId: allocations.invoiceId,
      amount: allocations.amount,
      // Written out: drizzle leaves a lone table's name away, and the inner row would be meant.
      released: sql<boolean>`exists (select 1 from ${allocations} undo where undo.reverses_id = allocations.id)`,
    })
    .from(allocations)
    .where(and(eq(allocations.id, id), eq(allocations.contractId, contractId), isNull(allocations.reversesId)));
  if (!row) return null;
  const payment = await paymentFacts(tx, row.paymentId);
  return { ...row, toReturn: payment?.toReturn ?? false };
}

/** A refund of money of this contract, locked before its payment like by every other hand; null where the contract has none such. */
export async function returnFacts(tx: Tx, contractId: string, id: string): Promise<ReturnFacts | null> {
  const [row] = await tx
    .select({
      id: refunds.id,
      paymentId: refunds.paymentId,
      amount: refunds.amount,
      state: refunds.state,
    })
    .from(refunds)
    .where(and(eq(refunds.id, id), eq(refunds.contractId, contractId)))
    .for("update");
  if (row) await tx.select({ id: payments.id }).from(payments).where(eq(payments.id, row.paymentId)).for("update");
  return row ?? null;
}

/** Sums that stand against an invoice, undone ones left out, oldest first. */
export function standingOn(tx: Tx, invoiceId: string) {
  return tx
    .select({ id: allocations.id, paymentId: allocations.paymentId, amount: allocations.amount })
    .from(allocations)
    .where(
      and(
        eq(allocations.invoiceId, invoiceId),
        isNull(allocations.reversesId),
        sql`not exists (select 1 from ${allocations} undo where undo.reverses_id = allocations.id)`,
      ),
    )
    .orderBy(asc(allocations.at), asc(allocations.id));
}

/** The payments that stand against a contract, undone ones left out. */
export async function paymentsOfContract(tx: Tx, contractId: string) {
  return (await paymentsOfContracts(tx, [contractId])).get(contractId) ?? [];
}

export type StandingPayment = { documentDate: Day; creditDate: Day; rest: string };

/** The same for many contracts; one without any is not there. */
export async function paymentsOfContracts(
  tx: Tx,
  contractIds: readonly string[],
): Promise<Map<string, StandingPayment[]>> {
  const rows = await tx
    .select({
      contractId: allocations.contractId,
      documentDate: payments.documentDate,
      creditDate: payments.creditDate,
      // What went back is nobody's balance.
      rest: sql<string>`case when ${payments.state} = 'returned' then 0 else ${payments.amount} - ${payments.allocated} end`,
    })
    .from(allocations)
    .innerJoin(payments, eq(payments.id, allocations.paymentId))
    .where(
      and(
        inArray(allocations.contractId, [...contractIds]),
        isNull(allocations.reversesId),
        sql`not exists (select 1 from ${allocations} undo where undo.reverses_id = ${allocations.id})`,
      ),
    );
  return Map.groupBy(rows, ({ contractId }) => contractId);
}

/** Every period of a portal but that of one line, whoever paid for it; access given up before it began is none. */
export async function otherPeriods(tx: Tx, portal: string, lineId: string): Promise<{ from: Day; to: Day }[]> {
  const rows = await tx
    .select({
      from: sql<Day>`lower(${subscriptions.period})::text`,
      end: sql<Day>`upper(${subscriptions.period})::text`,
    })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.portal, portal),
        ne(subscriptions.lineId, lineId),
        sql`not isempty(${subscriptions.period})`,
      ),
    );
  return rows.map(({ from, end }) => ({ from, to: addDays(end, -1) }));
}

/** Last paid day of a portal's newest subscription, whoever paid for it; null where it never had one. */
export async function activateFacts(tx: Tx, portal: string): Promise<Day | null> {
  const [row] = await tx
    .select({ end: sql<Day | null>`max(upper(${subscriptions.period}))::text` })
    .from(subscriptions)
    .where(eq(subscriptions.portal, portal));
  return row?.end ? addDays(row.end, -1) : null;
}

/** Last paid day of each portal of these, as far as the actor's role may see subscriptions. */
export async function runningUntil(tx: Tx, partyId: string, portals: string[], today: Day): Promise<Map<string, Day>> {
  if (portals.length === 0) return new Map();
  const rows = await tx
    .select({ portal: subscriptions.portal, end: sql<Day | null>`max(upper(${subscriptions.period}))::text` })
    .from(subscriptions)
    .where(and(eq(subscriptions.partyId, partyId), inArray(subscriptions.portal, portals)))
    .groupBy(subscriptions.portal)
    .orderBy(desc(subscriptions.portal));
  return new Map(
    rows
      // Access that was given up before it began leaves no end behind.
      .flatMap(({ portal, end }) => (end ? [[portal, addDays(end, -1)] as const] : []))
      .filter(([, end]) => end >= today),
  );
}
