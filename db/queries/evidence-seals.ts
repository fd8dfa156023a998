import "server-only";

import { asc, desc, gt } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { evidence, evidenceSeals } from "#/db/schema/index.ts";
import type { Seal } from "#/lib/evidence/seal.ts";

/** All seals from the first. They are public: no actor. One a day, so years of them are a small list. */
export const allSeals = (db: Db | Tx): Promise<Seal[]> =>
  db.select().from(evidenceSeals).orderBy(asc(evidenceSeals.seq));

export async function lastSeal(db: Db | Tx): Promise<Seal | null> {
  const [row] = await db.select().from(evidenceSeals).orderBy(desc(evidenceSeals.seq)).limit(1);
  return row ?? null;
}

/** True when the first entry that no seal covers is of before `midnight`: its day can be sealed. */
export async function sealDue(tx: Tx, midnight: Date): Promise<boolean> {
  const [first] = await tx
    .select({ at: evidence.at })
    .from(evidence)
    .where(gt(evidence.id, (await lastSeal(tx))?.lastId ?? 0))
    .orderBy(asc(evidence.id))
    .limit(1);
  return first !== undefined && first.at < midnight;
}
