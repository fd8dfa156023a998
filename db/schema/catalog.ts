import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  snakeCase,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

import type { Included, ProductCard, ProductMove, ProductStatus } from "#/lib/catalog/product.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });

/** 1.3, 1.4: products of the catalogue as staff know them. Never deleted: hidden, with the reason in its version. */
export const products = snakeCase.table(
  "products",
  {
    id: uuid().primaryKey(),
    /** Its address and what an import knows it by; never changes. */
    slug: text().notNull().unique(),
    status: text().$type<ProductStatus>().notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    vendor: text().notNull(),
    what: text().notNull(),
    category: text().notNull(),
    dataAccessed: text().array().notNull(),
    /** A vendor's licence of the library, by its slug. */
    licence: text(),
    addendum: text(),
    /** Countries by two letters; null: unknown. */
    territory: text().array(),
    included: text().$type<Included>().notNull(),
    supportContact: text(),
    /** In working days. */
    supportDays: integer(),
    sourceUrl: text(),
    /** Invented for the demonstration; pages say so. */
    example: boolean().notNull().default(false),
    changedAt: at().notNull(),
  },
  (t) => [
    index("products_listed").on(t.status, t.name),
    check("products_status_known", sql`${t.status} in ('published', 'hidden')`),
    check("products_included_known", sql`${t.included} in ('yes', 'no', 'unknown')`),
    check("products_slug", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.slug}) <= 60`),
    check("products_support_days", sql`${t.supportDays} between 1 and 365`),
    check("products_territory", sql`${t.territory} is null or cardinality(${t.territory}) > 0`),
  ],
);

/** Every state that a product was in: the whole card, who changed it, when and why. Append-only. */
export const productVersions = snakeCase.table(
  "product_versions",
  {
    productId: uuid()
      .notNull()
      .references(() => products.id),
    version: integer().notNull(),
    move: text().$type<ProductMove>().notNull(),
    status: text().$type<ProductStatus>().notNull(),
    card: jsonb().$type<ProductCard>().notNull(),
    changedAt: at().notNull(),
    changedBy: text().notNull(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.version] }),
    check("product_versions_move_known", sql`${t.move} in ('add', 'edit', 'import', 'hide', 'show')`),
    check("product_versions_status_known", sql`${t.status} in ('published', 'hidden')`),
    check("product_versions_hidden_why", sql`${t.move} <> 'hide' or coalesce(length(${t.reason}), 0) > 0`),
  ],
);
