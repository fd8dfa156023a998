import "server-only";

import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, contractLines, contracts, invoices } from "#/db/schema/index.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import type { Stage } from "#/lib/contract/machine.ts";
import { type Cursor, keyset, PAGE, paged } from "./staff-keyset.ts";

/** Orders and contracts of the party, newest first, with what a line of the list shows. */
export async function contractsPage(tx: Tx, actor: CustomerActor, stages: readonly Stage[], cursor: Cursor | null) {
  const { where, order } = keyset(contracts.placedAt, contracts.id, "desc", "timestamptz", cursor);
  const found = await tx
    .select({
      id: contracts.id,
      stage: contracts.stage,
      act: contracts.act,
      total: contracts.total,
      placedAt: contracts.placedAt,
      acceptedOn: contracts.acceptedOn,
      activationDueOn: contracts.activationDueOn,
      endsOn: contracts.endsOn,
    })
    .from(contracts)
    .where(
      and(
        eq(contracts.partyId, actor.partyId),
        stages.length > 0 ? inArray(contracts.stage, [...stages]) : undefined,
        where,
      ),
    )
    .orderBy(order)
    .limit(PAGE + 1);
  const page = paged(found, cursor, ({ placedAt, id }) => `${placedAt.toISOString()}~${id}`);
  const ids = page.rows.map(({ id }) => id);
  const lines = ids.length > 0 ? await linesOf(tx, ids) : [];
  const issued = ids.length > 0 ? await newestInvoices(tx, ids) : [];
  const open = ids.length > 0 ? await newestActs(tx, ids) : [];
  const rows = page.rows.map((row) => ({
    ...row,
    portals: lines.filter(({ contractId }) => contractId === row.id).map(({ portal }) => portal),
    invoice: issued.find(({ contractId }) => contractId === row.id) ?? null,
    deemedDueOn: open.find(({ contractId }) => contractId === row.id)?.deemedDueOn ?? null,
  }));
  return { ...page, rows };
}

const linesOf = (tx: Tx, ids: string[]) =>
  tx
    .select({ contractId: contractLines.contractId, portal: contractLines.portal })
    .from(contractLines)
    .where(inArray(contractLines.contractId, ids))
    .orderBy(asc(contractLines.position));

const newestInvoices = (tx: Tx, ids: string[]) =>
  tx
    .selectDistinctOn([invoices.contractId], {
      contractId: invoices.contractId,
      number: invoices.number,
      status: invoices.status,
      paid: invoices.paid,
      validUntil: invoices.validUntil,
    })
    .from(invoices)
    .where(inArray(invoices.contractId, ids))
    .orderBy(invoices.contractId, desc(invoices.issuedAt), desc(invoices.sequence));

const newestActs = (tx: Tx, ids: string[]) =>
  tx
    .selectDistinctOn([acts.contractId], { contractId: acts.contractId, deemedDueOn: acts.deemedDueOn })
    .from(acts)
    .where(inArray(acts.contractId, ids))
    .orderBy(acts.contractId, desc(acts.issuedAt), desc(acts.sequence));

/** Invoices of the party, newest first. */
export async function invoicesPage(tx: Tx, actor: CustomerActor, cursor: Cursor | null) {
  const { where, order } = keyset(invoices.issuedAt, invoices.id, "desc", "timestamptz", cursor);
  const found = await tx
    .select({
      id: invoices.id,
      contractId: invoices.contractId,
      number: invoices.number,
      status: invoices.status,
      issuedAt: invoices.issuedAt,
      issuedOn: invoices.issuedOn,
      validUntil: invoices.validUntil,
      total: invoices.total,
      paid: invoices.paid,
    })
    .from(invoices)
    .where(and(eq(invoices.partyId, actor.partyId), where))
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, ({ issuedAt, id }) => `${issuedAt.toISOString()}~${id}`);
}

/** Acts of the party, newest first; a replaced one stays in the list with its fate. */
export async function actsPage(tx: Tx, actor: CustomerActor, cursor: Cursor | null) {
  const { where, order } = keyset(acts.issuedAt, acts.id, "desc", "timestamptz", cursor);
  const found = await tx
    .select({
      id: acts.id,
      contractId: acts.contractId,
      number: acts.number,
      status: acts.status,
      issuedAt: acts.issuedAt,
      issuedOn: acts.issuedOn,
      sentOn: acts.sentOn,
      answerDueOn: acts.answerDueOn,
      deemedDueOn: acts.deemedDueOn,
      deemedOn: acts.deemedOn,
      total: contracts.total,
    })
    .from(acts)
    .innerJoin(contracts, eq(contracts.id, acts.contractId))
    .where(and(eq(acts.partyId, actor.partyId), where))
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, ({ issuedAt, id }) => `${issuedAt.toISOString()}~${id}`);
}
