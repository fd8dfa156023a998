import "server-only";

import { type Db, inTenant } from "#/db/client.ts";
import { logAfter } from "#/db/queries/evidence-log.ts";
import { allSeals } from "#/db/queries/evidence-seals.ts";
import { LogVerifier, type Verified } from "#/lib/evidence/verify.ts";

const SYSTEM = { kind: "system", job: "verify-evidence" } as const;

/** The whole log of this installation against itself and its seals, streamed; nothing is locked. */
export async function verifyLog(db: Db): Promise<Verified> {
  // Seals first: what they cover is complete and final by then.
  const verifier = new LogVerifier(await allSeals(db));
  for (let id = 0; ; ) {
    const rows = await inTenant(db, SYSTEM, (tx) => logAfter(tx, id), { readOnly: true });
    for (const row of rows) verifier.add(row);
    const last = rows.at(-1);
    if (!last) return verifier.end();
    id = last.id;
  }
}
