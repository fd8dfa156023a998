import "server-only";

import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import {
  type AskedPart,
  allocations,
  discretionRequests,
  invoices,
  parties,
  paymentDeclines,
  payments,
} from "#/db/schema/index.ts";

/** What a line says of who paid and for what, against the party that it is to be set for. */
export async function lineOf(
  tx: Tx,
  paymentId: string,
  partyId: string,
): Promise<{ purpose: string; thirdParty: boolean } | null> {
  const [row] = await tx
    .select({
      purpose: payments.purpose,
      thirdParty: sql<boolean>`${payments.payerUnp} is not null and ${parties.unp} is not null and ${payments.payerUnp} <> ${parties.unp}`,
    })
    .from(payments)
    .innerJoin(parties, eq(parties.id, partyId))
    .where(eq(payments.id, paymentId));
  return row ?? null;
}

const STANDS = sql`${allocations.reversesId} is null and not exists (select 1 from ${allocations} undo where undo.reverses_id = allocations.id)`;

/** What of a payment stands at discretion, whether any ever did, and the confirmed request that another one rests on. */
export async function discretionOf(tx: Tx, paymentId: string, requestId: string | null) {
  const [sums] = await tx
    .select({
      standing: sql<string>`coalesce(sum(${allocations.amount}) filter (where ${STANDS}), 0)`,
      told: sql<boolean>`count(*) filter (where ${allocations.reversesId} is null) > 0`,
    })
    .from(allocations)
    .where(and(eq(allocations.paymentId, paymentId), eq(allocations.kind, "discretion")));
  const [second] = requestId
    ? await tx
        .select({ requestId: discretionRequests.id, askedBy: discretionRequests.askedBy })
        .from(discretionRequests)
        .where(
          and(
            eq(discretionRequests.id, requestId),
            eq(discretionRequests.paymentId, paymentId),
            eq(discretionRequests.state, "confirmed"),
          ),
        )
    : [];
  return { standing: BigInt(sums?.standing ?? 0), told: sums?.told ?? false, second: second ?? null };
}

/** Invoices that people said a payment is not for, newest word first; only words that still stand. */
export function declinesOf(tx: Tx, paymentId: string) {
  return tx
    .select({
      id: paymentDeclines.id,
      invoiceId: paymentDeclines.invoiceId,
      contractId: invoices.contractId,
      number: invoices.number,
      total: invoices.total,
      party: parties.name,
      reason: paymentDeclines.reason,
      at: paymentDeclines.declinedAt,
      by: paymentDeclines.declinedBy,
    })
    .from(paymentDeclines)
    .innerJoin(invoices, eq(invoices.id, paymentDeclines.invoiceId))
    .innerJoin(parties, eq(parties.id, invoices.partyId))
    .where(and(eq(paymentDeclines.paymentId, paymentId), isNull(paymentDeclines.takenBackAt)))
    .orderBy(desc(paymentDeclines.declinedAt));
}

export type DiscretionRequest = {
  id: string;
  amount: bigint;
  above: bigint;
  reason: string;
  state: "waiting" | "confirmed" | "rejected" | "withdrawn";
  askedAt: Date;
  askedBy: string;
  settledAt: Date | null;
  settledBy: string | null;
  settledReason: string | null;
  parts: (AskedPart & { number: string; party: string })[];
};

/** What was asked for about a payment, newest first, each part with the invoice that it names. */
export async function requestsOf(tx: Tx, paymentId: string): Promise<DiscretionRequest[]> {
  const rows = await tx
    .select()
    .from(discretionRequests)
    .where(eq(discretionRequests.paymentId, paymentId))
    .orderBy(desc(discretionRequests.askedAt), asc(discretionRequests.id));
  const ids = rows.flatMap(({ parts }) => parts.map(({ invoiceId }) => invoiceId));
  if (ids.length === 0) return [];
  const named = await tx
    .select({ id: invoices.id, number: invoices.number, party: parties.name })
    .from(invoices)
    .innerJoin(parties, eq(parties.id, invoices.partyId))
    .where(sql`${invoices.id} in ${ids}`);
  return rows.map(({ parts, ...row }) => ({
    ...row,
    parts: parts.map((part) => {
      const { number = "", party = "" } = named.find(({ id }) => id === part.invoiceId) ?? {};
      return { ...part, number, party };
    }),
  }));
}

export async function findRequest(tx: Tx, id: string) {
  const [row] = await tx.select().from(discretionRequests).where(eq(discretionRequests.id, id));
  return row ?? null;
}

export async function findDecline(tx: Tx, id: string) {
  const [row] = await tx.select().from(paymentDeclines).where(eq(paymentDeclines.id, id));
  return row ?? null;
}
