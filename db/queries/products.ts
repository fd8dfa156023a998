import "server-only";

import { asc, desc, eq, getColumns, inArray } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { products, productVersions } from "#/db/schema/index.ts";
import type { ProductStatus } from "#/lib/catalog/product.ts";

export type ProductRow = typeof products.$inferSelect;

/** The public catalogue by name. Published products are everybody's: no actor. */
export function publishedProducts(db: Db | Tx): Promise<ProductRow[]> {
  return db
    .select(getColumns(products))
    .from(products)
    .where(eq(products.status, "published"))
    .orderBy(asc(products.name), asc(products.slug));
}

/** The house's own list: hidden ones, too. */
export function allProducts(tx: Tx, status: ProductStatus | null): Promise<ProductRow[]> {
  return tx
    .select()
    .from(products)
    .where(status === null ? undefined : eq(products.status, status))
    .orderBy(asc(products.name), asc(products.slug));
}

export async function productById(tx: Tx, id: string): Promise<ProductRow | null> {
  const [row] = await tx.select().from(products).where(eq(products.id, id));
  return row ?? null;
}

/** What an import finds under its rows' addresses. */
export async function productsBySlug(tx: Tx, slugs: readonly string[]): Promise<Map<string, ProductRow>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(products)
    .where(inArray(products.slug, [...slugs]));
  return new Map(rows.map((row) => [row.slug, row]));
}

/** Every state of a product, newest first. */
export function versionsOf(tx: Tx, productId: string) {
  return tx
    .select()
    .from(productVersions)
    .where(eq(productVersions.productId, productId))
    .orderBy(desc(productVersions.version));
}
