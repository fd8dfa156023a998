import "server-only";

import type { Tx } from "#/db/client.ts";
import { sellerAccounts } from "#/db/queries/seller.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { type Imported, importedBefore, insertStatement } from "#/db/writes/statements.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import type { Watch } from "./in-slices.ts";
import { provedStatement } from "./proved-statement.ts";

type File = { id: string; sha256: string; bytes: Uint8Array | (() => Promise<Uint8Array>) };

/**
 * Clause 3.4: a bank's file, proved whole, kept once; matching follows in the worker. A file that is known by its hash is answered
 * for without being read. `watch` is told how far it is and may stop it: the caller's transaction is undone then.
 */
export async function importStatement(
  tx: Tx,
  { id, sha256, bytes }: File,
  who: { actor: Actor; origin: Origin; now: Date },
  watch: Watch = {},
): Promise<ActionResult<Imported>> {
  const known = await importedBefore(tx, sha256);
  if (known) return ok(known);
  const file = { id, bytes: typeof bytes === "function" ? await bytes() : bytes };
  const proved = await provedStatement(tx, file, { ownAccounts: await sellerAccounts(tx) }, watch);
  if (!proved.ok) return refuse(proved.error);
  watch.stop?.throwIfAborted();
  return ok(
    await insertStatement(tx, proved.value, { id, sha256 }, who, (share) => {
      watch.stop?.throwIfAborted();
      watch.tell?.({ phase: "keep", share });
    }),
  );
}
