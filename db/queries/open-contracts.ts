import "server-only";

import { and, desc, inArray } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { contracts } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { ownContracts } from "./contracts.ts";

/** Orders and contracts of the asker in which something still runs, newest first. */
export async function openContractIds(tx: Tx, actor: Actor, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(and(ownContracts(actor), inArray(contracts.stage, ["invoiced", "lapsed", "concluded", "active"])))
    .orderBy(desc(contracts.placedAt), desc(contracts.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
