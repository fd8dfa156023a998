import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, invoices } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";

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
