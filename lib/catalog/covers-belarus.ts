import type { Day } from "#/lib/calendar/day.ts";
import { type Fact, factsOf, type Saying, type TermsDocument, termsInForce } from "#/lib/terms/documents.ts";
import type { Citation } from "#/lib/terms/governed-by.ts";
import type { ProductCard } from "./product.ts";
import { holdsBelarus } from "./territory.ts";

export type Covers = "yes" | "no" | "unknown";

/**
 * What follows for Belarus from a product's licence on a day. `by`: the clause of the licence (`source`), the territory that stands in
 * the card, or nothing. A card narrower than its licence wins: an addendum may leave countries out, it cannot add them.
 */
export type BelarusAnswer = { covers: Covers; by: "licence" | "card" | null; source: Citation | null };

/** What a sentence of a licence about its territory means for Belarus; the others say nothing of it. */
const MEANS: Partial<Record<Saying, Covers>> = {
  "territory-belarus": "yes",
  "territory-ten": "yes",
  "territory-without-belarus": "no",
};

export function coversBelarus(card: Pick<ProductCard, "licence" | "territory">, on: Day): BelarusAnswer {
  const licence = licenceOf(card, on);
  const source = licence && cited(licence, (fact) => MEANS[fact.says] !== undefined);
  const said = source ? MEANS[source.fact.says] : undefined;
  const listed = card.territory && (holdsBelarus(card.territory) ? "yes" : "no");
  if (said === "no") return { covers: "no", by: "licence", source };
  if (listed === "no") return { covers: "no", by: "card", source: null };
  if (said === "yes") return { covers: "yes", by: "licence", source };
  return listed ? { covers: listed, by: "card", source: null } : { covers: "unknown", by: null, source: null };
}

/** The licence's edition in force on a day; null where the card names none. */
export const licenceOf = ({ licence }: Pick<ProductCard, "licence">, on: Day): TermsDocument | null =>
  licence === null ? null : termsInForce(licence, on);

/** How soon support answers by the licence, where the card says nothing of its own. */
export function supportByLicence(card: Pick<ProductCard, "licence">, on: Day): Citation | null {
  const licence = licenceOf(card, on);
  return licence && cited(licence, ({ subject }) => subject === "support");
}

function cited(document: TermsDocument, which: (fact: Fact) => boolean): Citation | null {
  const fact = [...factsOf(document, "territory"), ...factsOf(document, "support")].find(which);
  return fact ? { document, fact } : null;
}
