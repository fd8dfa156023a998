import { bigint, boolean, date, integer, jsonb, snakeCase, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import type { Clause, EditionKind } from "#/lib/editions/edition.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });

/** A document of the library: offer, price list, usage rules, privacy policy. */
export const documents = snakeCase.table("documents", {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  kind: text().$type<EditionKind>().notNull(),
});

/** One published version of a document; a published edition never changes (trigger). */
export const editions = snakeCase.table(
  "editions",
  {
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    number: integer().notNull(),
    language: text().$type<"ru" | "be" | "en" | "kk">().notNull(),
    title: text().notNull(),
    subtitle: text(),
    /** Demonstration content that the seller replaces before selling; pages and papers say so. */
    example: boolean().notNull().default(false),
    /** The outside page that this edition is a snapshot of (1.9, 2.2). */
    sourceUrl: text(),
    orderNumber: text(),
    orderDate: date({ mode: "string" }).$type<Day>(),
    publishedOn: date({ mode: "string" }).$type<Day>().notNull(),
    inForceFrom: date({ mode: "string" }).$type<Day>().notNull(),
    clauses: jsonb().$type<Clause[]>().notNull(),
    bindings: jsonb().$type<EditionBindings>(),
    seller: jsonb().$type<SellerRequisites>(),
    sha256: text().notNull(),
    status: text().notNull().default("published"),
    createdAt: at().notNull(),
  },
  (t) => [unique("editions_number").on(t.documentId, t.language, t.number)],
);

/** Rows of a price list edition; gross, in kopecks. */
export const prices = snakeCase.table(
  "prices",
  {
    id: uuid().primaryKey(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    product: text().notNull(),
    months: integer().notNull(),
    amount: bigint({ mode: "bigint" }).notNull(),
  },
  (t) => [unique("prices_period").on(t.editionId, t.product, t.months)],
);
