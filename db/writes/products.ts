import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import type { ProductRow } from "#/db/queries/products.ts";
import { products, productVersions } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import {
  cardOf,
  changedFields,
  type ProductCard,
  type ProductMove,
  type ProductStatus,
} from "#/lib/catalog/product.ts";
import { type Origin, record } from "./evidence.ts";

type Who = { actor: Actor; origin: Origin; now: Date };
type New = { card: ProductCard; move: "add" | "import"; reason: string | null };

/** A new product with its first version and the first entry of its chain. Null: the address is taken. */
export async function addProduct(tx: Tx, { card, move, reason }: New, who: Who): Promise<string | null> {
  const id = crypto.randomUUID();
  const state = { status: "published", version: 1, changedAt: who.now } as const;
  const [inserted] = await tx
    .insert(products)
    .values({ id, ...card, ...state })
    .onConflictDoNothing({ target: products.slug })
    .returning({ id: products.id });
  if (!inserted) return null;
  await remember(tx, id, { card, ...state, move, reason }, who);
  return id;
}

type Change = { card: ProductCard; status: ProductStatus; move: Exclude<ProductMove, "add">; reason: string | null };

/** The next state of a product as the decision saw it; false when somebody was first. */
export async function changeProduct(tx: Tx, before: ProductRow, change: Change, who: Who): Promise<boolean> {
  const { card, status, move, reason } = change;
  const { slug: _slug, ...set } = card;
  const version = before.version + 1;
  const changed = await tx
    .update(products)
    .set({ ...set, status, version, changedAt: who.now })
    .where(and(eq(products.id, before.id), eq(products.version, before.version)))
    .returning({ id: products.id });
  if (changed.length === 0) return false;
  const state = { card, status, version, changedAt: who.now };
  await remember(tx, before.id, { ...state, move, reason, fields: changedFields(before, card) }, who);
  return true;
}

type State = { card: ProductCard; status: ProductStatus; version: number; changedAt: Date };

async function remember(
  tx: Tx,
  productId: string,
  { move, reason, fields, ...state }: State & { move: ProductMove; reason: string | null; fields?: readonly string[] },
  { actor, origin, now }: Who,
): Promise<void> {
  const card = cardOf(state.card);
  await tx.insert(productVersions).values({ productId, ...state, card, move, reason, changedBy: actorRef(actor).id });
  await record(tx, actor, origin, now, {
    ...{ chain: `catalog:${productId}`, step: `${move}-product`, clause: "1.3", reason },
    data: { productId, version: state.version, status: state.status, card, ...(fields && { fields }) },
  });
}
