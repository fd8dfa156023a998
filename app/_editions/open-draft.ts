import "server-only";

import type { Tx } from "#/db/client.ts";
import { pricesOf } from "#/db/queries/documents.ts";
import { documentBySlug, newestEdition } from "#/db/queries/edition-drafts.ts";
import { insertDocument, insertDraft } from "#/db/writes/edition-drafts.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import type { DraftPrice } from "#/lib/editions/draft.ts";
import type { EditionText } from "#/lib/editions/edition.ts";
import type { NewDraftInput } from "#/lib/editions/new-draft.ts";
import { ok } from "#/lib/result.ts";

export type Who = { actor: Actor; origin: Origin; now: Date };
/** Where the form that opened it goes on. */
export type Opened = { draftId: string; href: string };

type Newest = Awaited<ReturnType<typeof newestEdition>>;

/** What a new edition keeps of the one before it until somebody changes it: head, bound numbers, requisites, prices. */
export async function carriedOver(tx: Tx, newest: Newest) {
  const rows = newest ? await pricesOf(tx, newest.id) : [];
  const prices = rows.map(({ product, months, amount }): DraftPrice => {
    if (product !== "market-plus") throw new Error(`a product that no draft knows: ${product}`);
    return { product, months, amount: amount.toString() };
  });
  return {
    subtitle: newest?.subtitle ?? null,
    sourceUrl: newest?.sourceUrl ?? null,
    // The order is of one edition: the next one has its own.
    ...{ orderNumber: null, orderDate: null },
    bindings: newest?.bindings ?? null,
    seller: newest?.seller ?? null,
    prices,
  };
}

/**
 * A new draft (6.2): a copy of the newest edition, an imported text for a document that is there, or the first of a new
 * document. `text` is what was imported.
 */
export async function openDraft(
  tx: Tx,
  input: NewDraftInput,
  who: Who,
  text: EditionText | null = null,
): Promise<ActionResult<Opened>> {
  const { language, slug } = input;
  if (input.way === "document") {
    const documentId = await insertDocument(tx, { slug, kind: input.kind });
    if (documentId === null) return refuse("form.invalid", { slug: { code: "edition.slug_taken" } });
    const title = input.title;
    const content = { ...(await carriedOver(tx, null)), title, clauses: text?.clauses ?? [] };
    return opened(await insertDraft(tx, { documentId, language, ...content }, who));
  }
  const document = await documentBySlug(tx, slug);
  if (!document) return refuse("record.not_found");
  const newest = await newestEdition(tx, document.id, language);
  if (!newest && !text) return refuse("edition.nothing_to_copy");
  const title = input.title ?? newest?.title ?? text?.title ?? "";
  const content = { ...(await carriedOver(tx, newest)), title, clauses: text?.clauses ?? newest?.clauses ?? [] };
  return opened(await insertDraft(tx, { documentId: document.id, language, ...content }, who));
}

const opened = (draftId: string): ActionResult<Opened> => ok({ draftId, href: `/staff/documents/drafts/${draftId}` });
