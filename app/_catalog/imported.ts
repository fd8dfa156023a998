import "server-only";

import type { Tx } from "#/db/client.ts";
import { type FileRow, fileBytes, findFile } from "#/db/queries/files.ts";
import { type ProductRow, productsBySlug } from "#/db/queries/products.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Refusal } from "#/lib/action-result.ts";
import { type ImportPlan, planImport, slugsOf } from "#/lib/catalog/csv/plan-import.ts";
import { readTable, type Table } from "#/lib/catalog/csv/read-table.ts";
import { canonicalJson, sha256 } from "#/lib/evidence/chain.ts";
import { ok, type Result } from "#/lib/result.ts";

export type ImportedTable = { table: Table; plan: ImportPlan<ProductRow>; print: string };

/** An uploaded table against the catalogue as it is now: what would be saved. Null: no such file. */
export async function importedTable(
  tx: Tx,
  actor: Actor,
  fileId: string,
): Promise<{ file: FileRow; read: Result<ImportedTable, Refusal> } | null> {
  const file = await findFile(tx, actor, fileId);
  if (file?.kind !== "catalog") return null;
  const read = readTable(await fileBytes(tx, file.id));
  if (!read.ok) return { file, read };
  const table = read.value;
  const plan = planImport(table, await productsBySlug(tx, slugsOf(table)));
  return { file, read: ok({ table, plan, print: printOf(plan) }) };
}

/** One fingerprint of what would be saved: the person's word holds for this plan and no other. */
function printOf({ add, change }: ImportPlan<ProductRow>): string {
  const seen = { add: add.map(({ card }) => card), change: change.map(({ product, card }) => [product.version, card]) };
  return sha256(canonicalJson(seen));
}
