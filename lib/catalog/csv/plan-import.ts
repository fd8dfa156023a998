import type { Refusal } from "#/lib/action-result.ts";
import { fieldRefusals } from "#/lib/field-refusals.ts";
import { type CardField, changedFields, type ProductCard, productInput } from "../product.ts";
import { slugOf } from "../slug.ts";
import { includedOf } from "./columns.ts";
import type { Table, TableRow } from "./read-table.ts";
import { cardTexts } from "./texts.ts";

/** A row that is not taken: its line, what it calls itself, and each field with its refusal. */
export type BadRow = { line: number; name: string; refusals: { field: CardField; refusal: Refusal }[] };
export type Change<P> = { line: number; product: P; card: ProductCard; fields: CardField[] };
export type ImportPlan<P> = {
  add: { line: number; card: ProductCard }[];
  change: Change<P>[];
  /** Rows that say what is known already. */
  same: number;
  bad: BadRow[];
};

const NEW = { included: "unknown" } as const;

/**
 * What an import would do, by the slug of each row (or the one that its name makes). A column that is not there leaves its field as
 * it is; an empty cell empties it. The same table a second time changes nothing.
 */
export function planImport<P extends ProductCard>(table: Table, known: ReadonlyMap<string, P>): ImportPlan<P> {
  const plan: ImportPlan<P> = { add: [], change: [], same: 0, bad: [] };
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const slug = slugOfRow(row);
    const product = known.get(slug);
    const parsed = productInput.safeParse({ ...NEW, ...(product && cardTexts(product)), ...textsOf(row), slug });
    if (!parsed.success) {
      plan.bad.push(badRow(row, slug, fieldRefusals(parsed.error.issues)));
      continue;
    }
    const before = seen.get(slug);
    if (before !== undefined) {
      plan.bad.push(badRow(row, slug, { slug: { code: "catalog.slug_twice", params: { line: before, slug } } }));
      continue;
    }
    seen.set(slug, row.line);
    const card = parsed.data;
    if (!product) plan.add.push({ line: row.line, card });
    else {
      const fields = changedFields(product, card);
      if (fields.length > 0) plan.change.push({ line: row.line, product, card, fields });
      else plan.same += 1;
    }
  }
  return plan;
}

/** The slugs that a table is about: what to look up before the plan. */
export const slugsOf = (table: Table): string[] => [...new Set(table.rows.map(slugOfRow))];

const slugOfRow = ({ texts }: TableRow): string => texts.slug?.trim().toLowerCase() || slugOf(texts.name ?? "");

const textsOf = ({ texts }: TableRow) =>
  texts.included === undefined ? texts : { ...texts, included: includedOf(texts.included) };

const badRow = ({ line, texts }: TableRow, slug: string, refusals: Record<string, Refusal>): BadRow => ({
  line,
  name: texts.name?.trim() || slug,
  refusals: Object.entries(refusals).map(([field, refusal]) => ({ field: field as CardField, refusal })),
});
