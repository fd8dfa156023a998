import "server-only";

import type { Tx } from "#/db/client.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { addProduct, changeProduct } from "#/db/writes/products.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { importedTable } from "./imported.ts";

type Asked = { tx: Tx; actor: Actor; origin: Origin; now: Date; fileId: string; print: string };

/** Saves the rows of a table that are good, each product with its version and its evidence; all of them or none. */
export async function importTable({ tx, fileId, print, ...who }: Asked): Promise<ActionResult<{ saved: number }>> {
  const imported = await importedTable(tx, who.actor, fileId);
  if (!imported) return refuse("record.not_found");
  const { file, read } = imported;
  if (!read.ok) return refuse(read.error);
  const { add, change } = read.value.plan;
  if (read.value.print !== print) return refuse("catalog.plan_changed");
  if (add.length + change.length === 0) return refuse("catalog.nothing");
  const how = { move: "import", reason: file.name } as const;
  for (const { card } of add) if (!(await addProduct(tx, { card, ...how }, who))) return refuse("catalog.plan_changed");
  for (const { product, card } of change)
    if (!(await changeProduct(tx, product, { card, status: product.status, ...how }, who)))
      return refuse("catalog.plan_changed");
  return ok({ saved: add.length + change.length });
}
