import "server-only";

import type { Tx } from "#/db/client.ts";
import { sellerAccounts } from "#/db/queries/seller.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { type Imported, insertStatement } from "#/db/writes/statements.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { parseStatement } from "#/lib/statement/parse.ts";

/** Clause 3.4: a bank's file, proved whole, kept once. Matching follows in the worker (and at once for small files). */
export async function importStatement(
  tx: Tx,
  file: { id: string; sha256: string; bytes: Uint8Array },
  who: { actor: Actor; origin: Origin; now: Date },
): Promise<ActionResult<Imported>> {
  const parsed = parseStatement(file.bytes, { ownAccounts: await sellerAccounts(tx) });
  if (!parsed.ok) return refuse(parsed.error);
  return ok(await insertStatement(tx, parsed.value, file, who));
}
