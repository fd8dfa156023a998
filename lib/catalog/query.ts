import type { Day } from "#/lib/calendar/day.ts";
import { type Covers, coversBelarus } from "./covers-belarus.ts";
import { INCLUDED, type Included, type ListedProduct } from "./product.ts";
import { type Searchable, search } from "./search.ts";

export const COVERS = ["yes", "no", "unknown"] as const satisfies readonly Covers[];
const PER_PAGE = 24;

/** What the address of the catalogue asks for; what it misspells is not asked for. Pages are counted from 1. */
export type CatalogQuery = {
  q: string;
  vendor: string;
  category: string;
  included: Included | "";
  belarus: Covers | "";
  page: number;
};

const oneOf = <T extends string>(list: readonly T[], text: string): T | "" => list.find((one) => one === text) ?? "";

export function readQuery(sent: Record<string, string | string[] | undefined>): CatalogQuery {
  const text = (name: string) => {
    const value = sent[name];
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 200) ?? "";
  };
  const page = /^[1-9]\d{0,3}$/.test(text("page")) ? Number(text("page")) : 1;
  return {
    ...{ q: text("q"), vendor: text("vendor"), category: text("category"), page },
    ...{ included: oneOf(INCLUDED, text("included")), belarus: oneOf(COVERS, text("belarus")) },
  };
}

/** The address of a list: filters in their order, blank ones and the first page left out. */
export function queryHref(path: string, { page, ...filters }: CatalogQuery): string {
  const pairs = Object.entries(filters).filter(([, value]) => value !== "");
  if (page > 1) pairs.push(["page", String(page)]);
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

export type Found<P> = { total: number; page: number; pages: number; rows: P[] };

/** What was asked for, a page of it. A page past the last one is the last one. */
export function findProducts<P extends ListedProduct>(
  products: readonly Searchable<P>[],
  query: CatalogQuery,
  on: Day,
  perPage: number = PER_PAGE,
): Found<P> {
  const { q, vendor, category, included, belarus } = query;
  const fits = (product: P) =>
    (vendor === "" || product.vendor === vendor) &&
    (category === "" || product.category === category) &&
    (included === "" || product.included === included) &&
    (belarus === "" || coversBelarus(product, on).covers === belarus);
  const found = search(products, q).filter(fits);
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(query.page, pages);
  return { total: found.length, page, pages, rows: found.slice((page - 1) * perPage, page * perPage) };
}

/** What the filters offer: every vendor and category that there is, by the alphabet. */
export function choicesOf(products: readonly ListedProduct[]): { vendors: string[]; categories: string[] } {
  const { compare } = new Intl.Collator("ru");
  const all = (values: string[]) => [...new Set(values)].sort(compare);
  return { vendors: all(products.map(({ vendor }) => vendor)), categories: all(products.map((one) => one.category)) };
}
