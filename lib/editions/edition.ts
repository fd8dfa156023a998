import type { Day } from "#/lib/calendar/day.ts";
import type { EditionBindings } from "./bindings.ts";
import type { SellerRequisites } from "./seller.ts";

/** One numbered (or headed) piece of a document. `id` is its anchor on the page: "3.5", "preamble". */
export type Clause = {
  id: string;
  number: string | null;
  heading: string | null;
  paragraphs: string[];
  children: Clause[];
};

export type EditionText = { title: string; clauses: Clause[] };

export const EDITION_KINDS = [
  "offer",
  "price-list",
  "usage-rules",
  "privacy-policy",
  "cookie-notice",
  "foreign-terms",
  "vendor-licence",
  "other",
] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];

/** One row of a price list; `amount` in kopecks, VAT (if any) included. */
export type PriceRow = { product: "market-plus"; months: number; amount: bigint };

/** One published version of a document (clause 6.2). Days are "yyyy-mm-dd", Europe/Minsk. */
export type Edition = {
  slug: string;
  kind: EditionKind;
  language: "ru" | "be" | "en" | "kk";
  number: number;
  subtitle: string | null;
  orderNumber: string | null;
  orderDate: Day | null;
  publishedOn: Day;
  inForceFrom: Day;
  /** Demonstration content that the seller must replace before selling; pages and papers say so. */
  example: boolean;
  /** The outside page that this edition is a snapshot of (1.9, 2.2). */
  sourceUrl: string | null;
  text: EditionText;
  bindings: EditionBindings | null;
  seller: SellerRequisites | null;
  prices: PriceRow[];
};

/** Every clause in reading order with its depth, 0 for the top. */
export function* walk(clauses: readonly Clause[], depth = 0): Generator<{ clause: Clause; depth: number }> {
  for (const clause of clauses) {
    yield { clause, depth };
    yield* walk(clause.children, depth + 1);
  }
}

/** The clause with this number or anchor, null where the text has none. */
export function findClause(text: EditionText, numberOrId: string): Clause | null {
  for (const { clause } of walk(text.clauses)) {
    if (clause.number === numberOrId || clause.id === numberOrId) return clause;
  }
  return null;
}

export type ContentsEntry = { id: string; number: string | null; heading: string; depth: number };

/** The table of contents: headed clauses only, flat, in reading order. */
export function contents(text: EditionText): ContentsEntry[] {
  return [...walk(text.clauses)].flatMap(({ clause, depth }) =>
    clause.heading === null ? [] : [{ id: clause.id, number: clause.number, heading: clause.heading, depth }],
  );
}
