import "server-only";

import { and, desc, eq, lte } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { documents, editions, prices } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";

export const OFFER = "license-bitrix24-market";
export const PRICE_LIST = "price-list";
export const USAGE_RULES = "usage-rules";

export type EditionRow = typeof editions.$inferSelect & { slug: string };

/** The edition of a document in force on a day, null before its first one. Documents are public: no actor. */
export async function editionInForce(db: Db | Tx, slug: string, on: Day, language = "ru"): Promise<EditionRow | null> {
  const [row] = await db
    .select({ edition: editions, slug: documents.slug })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(and(eq(documents.slug, slug), eq(editions.language, language as "ru"), lte(editions.inForceFrom, on)))
    .orderBy(desc(editions.inForceFrom), desc(editions.number))
    .limit(1);
  return row ? { ...row.edition, slug: row.slug } : null;
}

export async function editionByNumber(
  db: Db | Tx,
  slug: string,
  number: number,
  language = "ru",
): Promise<EditionRow | null> {
  const [row] = await db
    .select({ edition: editions, slug: documents.slug })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(and(eq(documents.slug, slug), eq(editions.number, number), eq(editions.language, language as "ru")));
  return row ? { ...row.edition, slug: row.slug } : null;
}

export async function editionById(db: Db | Tx, id: string): Promise<EditionRow | null> {
  const [row] = await db
    .select({ edition: editions, slug: documents.slug })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(eq(editions.id, id));
  return row ? { ...row.edition, slug: row.slug } : null;
}

/** The edition whose canonical text has this sha256; of several documents with one text the first by its number. */
export async function editionBySha256(db: Db | Tx, sha256: string): Promise<EditionRow | null> {
  const [row] = await db
    .select({ edition: editions, slug: documents.slug })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(eq(editions.sha256, sha256))
    .orderBy(editions.number, documents.slug)
    .limit(1);
  return row ? { ...row.edition, slug: row.slug } : null;
}

/** All editions of a document, newest first, without their text. */
export function editionsOf(db: Db | Tx, slug: string) {
  return db
    .select({
      id: editions.id,
      number: editions.number,
      language: editions.language,
      title: editions.title,
      orderNumber: editions.orderNumber,
      orderDate: editions.orderDate,
      publishedOn: editions.publishedOn,
      inForceFrom: editions.inForceFrom,
      sha256: editions.sha256,
      bindings: editions.bindings,
    })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(eq(documents.slug, slug))
    .orderBy(desc(editions.number));
}

/** The library: every document with all its editions (no text), newest edition first. */
export function allEditions(db: Db | Tx) {
  return db
    .select({
      slug: documents.slug,
      kind: documents.kind,
      number: editions.number,
      language: editions.language,
      title: editions.title,
      example: editions.example,
      orderNumber: editions.orderNumber,
      orderDate: editions.orderDate,
      publishedOn: editions.publishedOn,
      inForceFrom: editions.inForceFrom,
      sha256: editions.sha256,
    })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .orderBy(documents.slug, desc(editions.number));
}

/** Rows of a price list edition by period, shortest first; gross kopecks. */
export function pricesOf(db: Db | Tx, editionId: string) {
  return db
    .select({ product: prices.product, months: prices.months, amount: prices.amount })
    .from(prices)
    .where(eq(prices.editionId, editionId))
    .orderBy(prices.months);
}
