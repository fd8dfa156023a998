import "server-only";

import { inSlices } from "#/app/_payments/in-slices.ts";
import { readStatement } from "#/app/_statements/read-statement.ts";
import type { Tx } from "#/db/client.ts";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { sellerAccounts } from "#/db/queries/seller.ts";
import { knownKeys, statementBefore, statementByHash } from "#/db/queries/staff-statements.ts";
import { statementOver } from "#/db/queries/statement-days.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { keying } from "#/lib/statement/identity.ts";

/** An uploaded file as it would be imported, with what is known of it already; null where it is no statement of ours. */
export async function previewFound(tx: Tx, actor: Actor, fileId: string) {
  const file = await findFile(tx, actor, fileId);
  if (file?.kind !== "statement") return null;
  const bytes = await fileBytes(tx, fileId);
  const parsed = await readStatement(tx, { id: fileId, bytes }, { ownAccounts: await sellerAccounts(tx) });
  if (!parsed.ok) return { file, refusal: parsed.error, seen: null };
  const keys = await inSlices(keying(parsed.value));
  const seen = {
    statement: parsed.value,
    imported: await statementByHash(tx, file.sha256),
    keys,
    known: await knownKeys(tx, keys),
    before: await statementBefore(tx, parsed.value.account, parsed.value.dateFrom),
    over: await statementOver(tx, parsed.value, file.sha256),
  };
  return { file, refusal: null, seen };
}

export type Seen = NonNullable<NonNullable<Awaited<ReturnType<typeof previewFound>>>["seen"]>;
