import "server-only";

import { database } from "#/db/client.ts";
import { publishedProducts } from "#/db/queries/products.ts";
import { type Searchable, searchable } from "#/lib/catalog/search.ts";
import { kept } from "./kept.ts";

/** Hidden or changed by staff: seen by everybody at the latest so many milliseconds afterwards. */
const FRESH = 5000;

type Product = Awaited<ReturnType<typeof publishedProducts>>[number];

/** Every published product by name, its words folded for the search once. */
export const catalog = kept(FRESH, async (): Promise<Searchable<Product>[]> => {
  const { compare } = new Intl.Collator("ru", { numeric: true });
  return (await publishedProducts(database())).sort((a, b) => compare(a.name, b.name)).map(searchable);
});

/** A published product by its address; null for a hidden one as for one that never was. */
export const productAt = async (slug: string): Promise<Product | null> =>
  (await catalog()).find(({ product }) => product.slug === slug)?.product ?? null;
