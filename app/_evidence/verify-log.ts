import "server-only";

import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { logAfter } from "#/db/queries/evidence-log.ts";
import { allSeals } from "#/db/queries/evidence-seals.ts";
import { LogVerifier, type Verified } from "#/lib/evidence/verify.ts";

const SYSTEM = { kind: "system", job: "verify-evidence" } as const;

/** The whole log of this installation against itself and its seals, streamed; nothing is locked. */
export const verifyLog = (db: Db): Promise<Verified> =>
  verifyThrough((read) => inTenant(db, SYSTEM, read, { readOnly: true }));

/** The same through any way of reading: each portion may be a transaction of its own. */
export async function verifyThrough(through: <T>(read: (tx: Tx) => Promise<T>) => Promise<T>): Promise<Verified> {
  // Seals first: what they cover is complete and final by then.
  const verifier = new LogVerifier(await through(allSeals));
  const portion = (from: number) => through((tx) => logAfter(tx, from));
  // From below nought: an identity never goes there, somebody who inserts by hand may.
  let reading = portion(Number.MIN_SAFE_INTEGER);
  for (;;) {
    const rows = await reading;
    const last = rows.at(-1);
    if (!last) return verifier.end();
    // The database reads the next portion while this one is hashed.
    reading = portion(last.id);
    for (const row of rows) verifier.add(row);
  }
}
