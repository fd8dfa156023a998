import "server-only";

import { sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { lastEvidenceId } from "#/db/queries/evidence-log.ts";
import { evidenceSeals } from "#/db/schema/index.ts";
import type { Seal } from "#/lib/evidence/seal.ts";

/** Any constant: whoever seals waits for the one who does. */
const SEALING = 20_261_122;

/**
 * The id up to which the log is final: nothing can be committed below it any more. Waits for the writers of this moment, and
 * those after them wait for the end of this transaction, so it must be a short one of its own.
 */
export async function finalEvidenceId(tx: Tx): Promise<number> {
  // A long import must not make everybody queue behind us: give up soon, the next tick tries again.
  await tx.execute(sql`set local lock_timeout = '2s'`);
  await tx.execute(sql`select hold_evidence()`);
  return lastEvidenceId(tx);
}

/** One sealer at a time, until the transaction ends. */
export async function holdSeals(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SEALING})`);
}

export async function insertSeal(tx: Tx, seal: Seal & { sealedAt: Date }): Promise<void> {
  await tx.insert(evidenceSeals).values(seal);
}
