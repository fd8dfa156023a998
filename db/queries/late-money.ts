import "server-only";

import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { allocations, contractLines, contracts, invoices, parties, payments, refunds } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { rulesFor } from "#/lib/price-list/discount.ts";
import { type PriceRow, priceLines } from "#/lib/price-list/price.ts";
import { OPEN_STATES } from "#/lib/refund/refund.ts";
import { discountsOn } from "./discounts.ts";

/** In the words of the index `invoices_part_paid`. */
export const PART_PAID = sql`${invoices.status} in ('live', 'expired') and ${invoices.paid} > 0 and ${invoices.paid} < ${invoices.total}`;

/** How much waits in each of the queues of 3.4, one round trip. */
export async function lateMoneyCounts(tx: Tx): Promise<{ late: number; part: number; toReturn: number }> {
  const [row] = await tx.execute<{ late: number; part: number; toReturn: number }>(sql`
    select
      (select count(*) from payments where side = 'credit' and state in ('unidentified', 'proposed') and state = 'proposed'
        and proposals @> '[{"kind": "late"}]')::int as "late",
      (select count(distinct a.payment_id) from invoices join allocations a on a.invoice_id = invoices.id
        where ${PART_PAID} and a.reverses_id is null
          and not exists (select 1 from allocations undo where undo.reverses_id = a.id))::int as "part",
      (select count(*) from refunds where state in ('requested', 'granted', 'prepared', 'approved'))::int as "toReturn"`);
  return row!;
}

/** What each of these orders costs by today's price list and rules off it; nothing for one that it does not sell any more. */
export async function pricedToday(
  tx: Tx,
  contractIds: string[],
  prices: readonly PriceRow[],
  on: Day,
): Promise<Map<string, bigint>> {
  if (contractIds.length === 0) return new Map();
  const lines = await tx
    .select({
      contractId: contractLines.contractId,
      partyId: contractLines.partyId,
      product: contractLines.product,
      months: contractLines.months,
    })
    .from(contractLines)
    .where(inArray(contractLines.contractId, contractIds));
  const rules = await discountsOn(tx, on);
  return new Map(
    contractIds.flatMap((id) => {
      const own = lines.filter(({ contractId }) => contractId === id);
      const priced = priceLines(own, prices, rulesFor(rules, own[0]?.partyId ?? null, on));
      return priced.ok ? [[id, priced.value.total] as const] : [];
    }),
  );
}

export type WaitingInvoice = {
  contractId: string;
  version: number;
  number: string;
  status: "live" | "expired" | "cancelled" | "paid";
  total: bigint;
  paid: bigint;
  validUntil: Day;
};

/** Invoices that a payment stands on and that still lack something: a part of a sum concludes nothing (1.10). */
export function waitingOn(tx: Tx, paymentId: string): Promise<WaitingInvoice[]> {
  return tx
    .selectDistinct({
      contractId: invoices.contractId,
      version: contracts.version,
      number: invoices.number,
      status: invoices.status,
      total: invoices.total,
      paid: invoices.paid,
      validUntil: invoices.validUntil,
    })
    .from(allocations)
    .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .innerJoin(contracts, eq(contracts.id, invoices.contractId))
    .where(
      and(
        eq(allocations.paymentId, paymentId),
        PART_PAID,
        sql`${allocations.reversesId} is null and not exists (select 1 from allocations undo where undo.reverses_id = ${allocations.id})`,
      ),
    );
}

/** The refund that a payment waits to go back by, with its ground; null where there is none open. */
export async function openReturn(tx: Tx, paymentId: string) {
  const [row] = await tx
    .select({
      id: refunds.id,
      state: refunds.state,
      contractId: refunds.contractId,
      version: contracts.version,
      number: invoices.number,
      party: parties.name,
      amount: refunds.amount,
      reason: refunds.reason,
      decidedAt: refunds.requestedAt,
      decidedBy: refunds.requestedBy,
    })
    .from(refunds)
    .leftJoin(contracts, eq(contracts.id, refunds.contractId))
    .leftJoin(invoices, eq(invoices.id, refunds.invoiceId))
    .leftJoin(parties, eq(parties.id, refunds.partyId))
    .where(and(eq(refunds.paymentId, paymentId), inArray(refunds.state, [...OPEN_STATES])));
  return row ?? null;
}

export type BalanceRow = { id: string; creditDate: Day; rest: bigint; toReturn: boolean };

/** What no invoice of the party has taken yet: its balance, and what of it is to go back. The same for both sides. */
export async function balanceOf(tx: Tx, partyId: string): Promise<BalanceRow[]> {
  const rows = await tx
    .select({
      id: payments.id,
      creditDate: payments.creditDate,
      rest: sql<string>`${payments.amount} - ${payments.allocated}`,
      toReturn: sql<boolean>`${payments.state} = 'to-return'`,
    })
    .from(payments)
    .where(
      and(
        eq(payments.partyId, partyId),
        sql`${payments.allocated} < ${payments.amount} and ${payments.state} <> 'returned'`,
      ),
    )
    .orderBy(desc(payments.creditDate));
  return rows.map((row) => ({ ...row, rest: BigInt(row.rest) }));
}
