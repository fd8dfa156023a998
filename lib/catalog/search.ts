import { foldText } from "./fold.ts";
import type { ListedProduct } from "./product.ts";

/** A product with its words folded once, for many searches. */
export type Searchable<P extends ListedProduct = ListedProduct> = { product: P; name: string; all: string };

export const searchable = <P extends ListedProduct>(product: P): Searchable<P> => ({
  product,
  name: ` ${foldText(product.name)}`,
  all: ` ${foldText([product.name, product.vendor, product.category, product.what, product.dataAccessed.join(" ")].join(" "))}`,
});

/**
 * Products in which every word of the query begins a word, in any order; those whose name has them all come first, otherwise the
 * order is kept. A blank query finds everything.
 */
export function search<P extends ListedProduct>(products: readonly Searchable<P>[], query: string): P[] {
  const words = foldText(query).split(" ").filter(Boolean);
  const has = (text: string) => words.every((word) => text.includes(` ${word}`));
  const found = products.filter(({ all }) => has(all));
  const byName = found.filter(({ name }) => has(name));
  const others = found.filter((one) => !byName.includes(one));
  return [...byName, ...others].map(({ product }) => product);
}
