import "server-only";

import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, contracts, forceMajeureCases, invoices, reconciliations } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { affecting } from "#/lib/contract/force-majeure.ts";
import { casesOfContract } from "./force-majeure.ts";

/** The frozen row that an invoice's paper is drawn from; null for a stranger's as for a missing one. */
export async function invoiceToDraw(tx: Tx, actor: Actor, id: string) {
  const scope = actor.kind === "customer" ? eq(invoices.partyId, actor.partyId) : undefined;
  const [row] = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.id, id), scope));
  return row ?? null;
}

/** The frozen row that an act's papers are drawn from; null for a stranger's as for a missing one. */
export async function actToDraw(tx: Tx, actor: Actor, id: string) {
  const scope = actor.kind === "customer" ? eq(acts.partyId, actor.partyId) : undefined;
  const [row] = await tx
    .select()
    .from(acts)
    .where(and(eq(acts.id, id), scope));
  return row ?? null;
}

/** The frozen акт сверки; null for a stranger's as for a missing one. */
export async function reconciliationToDraw(tx: Tx, actor: Actor, id: string) {
  const scope = actor.kind === "customer" ? eq(reconciliations.partyId, actor.partyId) : undefined;
  const [row] = await tx
    .select()
    .from(reconciliations)
    .where(and(eq(reconciliations.id, id), scope));
  return row ?? null;
}

/**
 * What a notice of 5.3 about one contract is drawn from: the case and the contract's newest invoice with both sides as it froze them.
 * Null for a stranger's contract, and for a case that does not touch it.
 */
export async function forceMajeureToDraw(tx: Tx, actor: Actor, contractId: string, caseId: string) {
  const scope = actor.kind === "customer" ? eq(contracts.partyId, actor.partyId) : undefined;
  const [row] = await tx
    .select({ acceptedOn: contracts.acceptedOn, partyId: contracts.partyId, invoice: invoices })
    .from(contracts)
    .innerJoin(invoices, eq(invoices.contractId, contracts.id))
    .where(and(eq(contracts.id, contractId), scope))
    .orderBy(desc(invoices.issuedAt))
    .limit(1);
  if (!row) return null;
  const touching = affecting(await casesOfContract(tx, contractId), row.acceptedOn).find(({ id }) => id === caseId);
  if (!touching) return null;
  const [told] = await tx
    .select({ description: forceMajeureCases.description })
    .from(forceMajeureCases)
    .where(eq(forceMajeureCases.id, caseId));
  return told ? { partyId: row.partyId, invoice: row.invoice, case: { ...touching, ...told } } : null;
}
