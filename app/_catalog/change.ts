import "server-only";

import type { Tx } from "#/db/client.ts";
import { type ProductRow, productById } from "#/db/queries/products.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { changeProduct } from "#/db/writes/products.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { cardOf, changedFields, type ProductCard, type ProductStatus } from "#/lib/catalog/product.ts";
import { ok } from "#/lib/result.ts";

type Seen = { productId: string; version: number; reason: string };
type Who = { tx: Tx; actor: Actor; origin: Origin; now: Date };
type Done = Promise<ActionResult<{ productId: string }>>;

/** A product that the person has seen in this version, or the refusal. */
async function seen(tx: Tx, { productId, version }: Seen): Promise<ActionResult<ProductRow>> {
  const product = await productById(tx, productId);
  if (!product) return refuse("record.not_found");
  return product.version === version ? ok(product) : refuse("record.changed");
}

/** A new card of a product. Its address stays: others have written it down. A card that changes nothing leaves no version. */
export async function editProduct(input: Seen & { card: ProductCard }, { tx, ...who }: Who): Done {
  const found = await seen(tx, input);
  if (!found.ok) return found;
  const product = found.value;
  const card = { ...input.card, slug: product.slug };
  if (changedFields(product, card).length === 0) return ok({ productId: product.id });
  const { status } = product;
  const saved = await changeProduct(tx, product, { card, status, move: "edit", reason: input.reason }, who);
  return saved ? ok({ productId: product.id }) : refuse("record.changed");
}

/** Taken out of the public catalogue, or put back, with the reason. */
export async function setStatus(input: Seen, status: ProductStatus, { tx, ...who }: Who): Done {
  const found = await seen(tx, input);
  if (!found.ok) return found;
  const product = found.value;
  if (product.status === status) return refuse("catalog.status");
  const move = status === "hidden" ? "hide" : "show";
  const saved = await changeProduct(tx, product, { card: cardOf(product), status, move, reason: input.reason }, who);
  return saved ? ok({ productId: product.id }) : refuse("record.changed");
}
