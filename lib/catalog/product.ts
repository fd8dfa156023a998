import { z } from "zod";

import { DEFIANT, TERMS } from "#/lib/terms/documents.ts";

export const INCLUDED = ["yes", "no", "unknown"] as const;
/** Whether the subscription pays for the product (2.3), or it is bought beside it. */
export type Included = (typeof INCLUDED)[number];

export const PRODUCT_STATUSES = ["published", "hidden"] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

export const PRODUCT_MOVES = ["add", "edit", "import", "hide", "show"] as const;
/** How a version of a product came to be. */
export type ProductMove = (typeof PRODUCT_MOVES)[number];

/** Vendors' licences whose facts the library has: a product names one of them, or none. */
export const LICENCES: readonly string[] = [
  ...new Set(TERMS.filter(({ kind }) => kind === DEFIANT.kind).map(({ slug }) => slug)),
];

const COUNTRY = /^[A-Z]{2}$/;
const oneLine = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "field.required").max(max, "field.too_long"));
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? null : value), schema.nullable());

/** What is known of a product of the catalogue (1.4). What nobody knows is null or "unknown", never guessed. */
export const productFields = z.object({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, "field.required")
    .max(60, "field.too_long")
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "catalog.slug"),
  name: oneLine(120),
  /** The vendor as it names itself (1.5). */
  vendor: oneLine(120),
  /** What the product does, in a few sentences. */
  what: oneLine(1000),
  category: oneLine(60),
  /** What of the portal the product reads or changes. Empty: nobody told. */
  dataAccessed: z.array(oneLine(80)).max(40, "catalog.too_many"),
  licence: orNull(z.string().refine((slug) => LICENCES.includes(slug), "catalog.licence")),
  /** The product's own addendum to that licence. */
  addendum: orNull(oneLine(200)),
  /** Countries by two letters; null: unknown. */
  territory: z.array(z.string().regex(COUNTRY, "catalog.territory")).min(1).max(250).nullable(),
  included: z.enum(INCLUDED, "field.choose"),
  supportContact: orNull(oneLine(200)),
  /** In working days. */
  supportDays: z.int("catalog.days").min(1, "catalog.days").max(365, "catalog.days").nullable(),
  sourceUrl: orNull(
    z
      .string()
      .trim()
      .max(500, "field.too_long")
      .regex(/^https?:\/\/[^\s/.]+\.\S+$/i, "catalog.url"),
  ),
});

/** A product's card: what staff enter, import and export. */
export type ProductCard = z.output<typeof productFields>;
export const CARD_FIELDS = Object.keys(productFields.shape) as (keyof ProductCard)[];

/** What the public reads: the card, and whether it is an invented example. */
export type PublicProduct = ProductCard & { id: string; example: boolean; changedAt: Date };

/** Fields whose values differ, in the card's order; the slug is a product's identity and cannot. */
export const changedFields = (before: ProductCard, after: ProductCard): (keyof ProductCard)[] =>
  CARD_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
