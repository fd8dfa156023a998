import { z } from "zod";

import { line, optionalLine } from "#/lib/requisites/fields.ts";
import { TERMS } from "#/lib/terms/documents.ts";
import { listOf } from "./lists.ts";
import { slugOf } from "./slug.ts";
import { parseTerritory } from "./territory.ts";

export const INCLUDED = ["yes", "no", "unknown"] as const;
/** Whether the subscription pays for the product (2.1), or it is bought beside it (1.7). */
export type Included = (typeof INCLUDED)[number];
export type ProductStatus = "published" | "hidden";
/** How a version of a product came to be. */
export type ProductMove = "add" | "edit" | "import" | "hide" | "show";

/** Vendors' licences whose facts the library has: a product names one of them, or none. */
export const LICENCES: readonly string[] = [
  ...new Set(TERMS.filter(({ kind }) => kind === "vendor-licence").map(({ slug }) => slug)),
];

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const text = z.string("field.invalid").nullish();

const dataAccessed = text.transform((typed, ctx): string[] => {
  const items = listOf(typed ?? "");
  if (items.length > 40) ctx.addIssue("catalog.too_many");
  if (items.some((item) => item.length > 100)) ctx.addIssue("catalog.item_too_long");
  return items;
});

const territory = text.transform((typed, ctx): string[] | null => {
  const parsed = parseTerritory(typed ?? "");
  if (parsed.ok) return parsed.value;
  ctx.addIssue({ code: "custom", message: "catalog.territory", params: { found: parsed.error }, input: typed });
  return z.NEVER;
});

const supportDays = text.transform((typed, ctx): number | null => {
  const days = typed?.trim() ?? "";
  if (days === "") return null;
  if (/^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= 365) return Number(days);
  ctx.addIssue("catalog.days");
  return z.NEVER;
});

/**
 * A product of the catalogue (1.4) as texts from a form or a table: the card comes out. What nobody knows is null, an empty list or
 * "unknown", never guessed; a slug left blank is made of the name. Codes: field.*, catalog.*.
 */
export const productInput = z
  .object({
    slug: text.transform((typed) => typed?.trim().toLowerCase() ?? "").pipe(z.string().max(60, "field.too_long")),
    name: line(120),
    /** The vendor as it names itself (1.5). */
    vendor: line(120),
    what: line(1000),
    category: line(60),
    dataAccessed,
    licence: optionalLine(80).pipe(
      z
        .string()
        .nullable()
        .refine((slug) => slug === null || LICENCES.includes(slug), "catalog.licence"),
    ),
    /** The product's own addendum to that licence. */
    addendum: optionalLine(200),
    territory,
    included: z.enum(INCLUDED, "catalog.included"),
    supportContact: optionalLine(200),
    supportDays,
    sourceUrl: optionalLine(500).pipe(
      z
        .string()
        .nullable()
        .refine((url) => url === null || /^https?:\/\/[^\s/.]+\.\S+$/i.test(url), "catalog.url"),
    ),
  })
  .transform((card, ctx) => {
    const slug = card.slug || slugOf(card.name);
    if (!SLUG.test(slug)) ctx.addIssue({ code: "custom", message: "catalog.slug", path: ["slug"], input: slug });
    return { ...card, slug };
  });

/** What staff enter, import and export. `dataAccessed` empty: nobody told; `territory` null: unknown; `supportDays` are working days. */
export type ProductCard = z.output<typeof productInput>;

export const CARD_FIELDS = [
  ...(["slug", "name", "vendor", "what", "category", "dataAccessed", "licence", "addendum"] as const),
  ...(["territory", "included", "supportContact", "supportDays", "sourceUrl"] as const),
] as const satisfies readonly (keyof ProductCard)[];
export type CardField = (typeof CARD_FIELDS)[number];

/** What the public reads of a product: the card, and whether it is an invented example. */
export type ListedProduct = ProductCard & { example: boolean };

/** Fields whose values differ, in the card's order. */
export const changedFields = (before: ProductCard, after: ProductCard): CardField[] =>
  CARD_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

/** The card alone, of whatever carries one. */
export const cardOf = (product: ProductCard): ProductCard =>
  Object.fromEntries(CARD_FIELDS.map((field) => [field, product[field]])) as ProductCard;
