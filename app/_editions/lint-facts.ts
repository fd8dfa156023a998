import "server-only";

import type { Db, Tx } from "#/db/client.ts";
import { editionInForce, OFFER } from "#/db/queries/documents.ts";
import { pinnedPages } from "#/db/queries/pinned-pages.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { LintFacts } from "#/lib/editions/lint/rules.ts";

/** What a text says of itself; null where it says nothing. `sourceUrl`: the page that it is a snapshot of. */
export type OwnFacts = Omit<LintFacts, "pinned" | "offer"> & { sourceUrl: string | null };

/** Of these the seller is the author, so they speak in the offer's terms. */
const OURS: readonly (string | null)[] = ["price-list", "usage-rules", "privacy-policy", "cookie-notice"];

/**
 * What the offer linter holds a text against: its own facts, and where it has none the numbers and requisites of the offer in
 * force, for that is what the system obeys today.
 */
export async function lintFacts(db: Db | Tx, own: OwnFacts, today: Day): Promise<LintFacts> {
  const { sourceUrl, ...facts } = own;
  const offer = await editionInForce(db, OFFER, today);
  return {
    ...facts,
    bindings: facts.bindings ?? offer?.bindings ?? null,
    seller: facts.seller ?? offer?.seller ?? null,
    pinned: [...(await pinnedPages(db)), ...(sourceUrl ? [sourceUrl] : [])],
    offer: offer && OURS.includes(facts.kind) ? { title: offer.title, clauses: offer.clauses } : null,
  };
}
