import { toDecimal } from "#/lib/money/kopecks.ts";
import type { Clause, Edition } from "./edition.ts";

/** What names an edition wherever it is listed. */
type Named = Pick<
  Edition,
  "slug" | "kind" | "number" | "language" | "orderNumber" | "orderDate" | "publishedOn" | "inForceFrom" | "example"
> & { title: string; sha256: string };

/** Every address of an edition; the formats of a price list are two more. */
export function editionLinks({ slug, number, kind }: Pick<Named, "slug" | "number" | "kind">, origin: string) {
  const file = (format: string) => `${origin}/api/documents/${slug}/${number}/${format}`;
  return {
    html: `${origin}/documents/${slug}/${number}`,
    ...{ json: file("json"), text: file("text"), pdf: file("pdf") },
    ...(kind === "price-list" && { xlsx: file("xlsx"), csv: file("csv") }),
  };
}

/** An edition in a list for programs: its facts, its hash, its addresses; no text. */
export function editionEntry(edition: Named, origin: string) {
  const { number, language, title, orderNumber, orderDate, publishedOn, inForceFrom, example, sha256 } = edition;
  const links = editionLinks(edition, origin);
  return { number, language, title, orderNumber, orderDate, publishedOn, inForceFrom, example, sha256, links };
}

/**
 * A published edition for programs, whole. It says only what never changes, so that it may be kept for ever: that a later edition took
 * its place, the list of documents says.
 */
export function editionJson(
  { edition, title, sha256 }: { edition: Edition; title: string; sha256: string },
  origin: string,
) {
  const { slug, kind, subtitle, sourceUrl, bindings, prices, text } = edition;
  const entry = editionEntry({ ...edition, title, sha256 }, origin);
  return {
    document: slug,
    kind,
    ...entry,
    subtitle,
    sourceUrl,
    bindings,
    prices: prices.map(({ product, months, amount }) => ({
      product,
      months,
      amount: toDecimal(amount),
      currency: "BYN",
    })),
    clauses: text.clauses.map((clause) => withAddress(clause, entry.links.html)),
  };
}

type Addressed = Omit<Clause, "children"> & { address: string; children: Addressed[] };

const withAddress = (clause: Clause, page: string): Addressed => ({
  ...clause,
  address: `${page}#${encodeURIComponent(clause.id)}`,
  children: clause.children.map((child) => withAddress(child, page)),
});
