import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { documentBySlug, newestEdition } from "#/db/queries/edition-drafts.ts";
import { documents, editions, prices } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Refusal } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Edition, EditionKind } from "#/lib/editions/edition.ts";
import { editionSha256 } from "#/lib/editions/hash.ts";
import { type DraftReason, type Placed, placeImport } from "#/lib/editions/import/place-import.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { insertDraft } from "./edition-drafts.ts";
import { type Origin, record } from "./evidence.ts";

/** A text read from a file. `kind` null: the document's own, or "other" for a new one; no dates: a draft. */
export type ImportedEdition = Omit<Edition, "kind" | "number" | "example" | "publishedOn" | "inForceFrom"> & {
  kind: EditionKind | null;
  publishedOn: Day | null;
  inForceFrom: Day | null;
};
export type StoredEdition = { newDocument: boolean } & (
  | { as: "draft"; why: DraftReason; id: string }
  | { as: "edition"; id: string; number: number; publishedOn: Day; inForceFrom: Day; sha256: string }
);
type Who = { actor: Actor; origin: Origin; now: Date };
/**
 * What stands in the log beside an edition that nobody checked and nobody released here: on whose word it was published, what the
 * linter holds against it, and why it is published all the same.
 */
export type ImportWord = { releasedBy: string | null; errors: readonly string[]; acceptFindings: string | null };

/** Stores what was imported as a draft or as an edition, with its entry in the document's chain; an unknown slug founds a document. */
export async function storeImportedEdition(
  tx: Tx,
  edition: ImportedEdition,
  word: ImportWord,
  who: Who,
): Promise<Result<StoredEdition, Refusal>> {
  const known = await documentBySlug(tx, edition.slug);
  if (known && edition.kind && edition.kind !== known.kind)
    return err({ code: "edition.kind_fixed", params: { kind: known.kind } });
  const kind = known?.kind ?? edition.kind ?? "other";
  const newest = known && (await newestEdition(tx, known.id, edition.language));
  const taken = known ? await daysOf(tx, known.id, edition.language) : [];
  const placed = placeImport({ ...edition, kind, prices: edition.prices.length }, newest, taken);
  if (!placed.ok) return placed;
  if (placed.value.as === "edition" && word.errors.length > 0 && word.acceptFindings === null)
    return err({ code: "edition.import_errors", params: { count: word.errors.length } });
  const documentId = known?.id ?? crypto.randomUUID();
  if (!known) await tx.insert(documents).values({ id: documentId, slug: edition.slug, kind });
  const newDocument = !known;
  if (placed.value.as === "draft")
    return ok({
      newDocument,
      as: "draft",
      why: placed.value.why,
      id: await draftOf(tx, documentId, edition, placed.value, who),
    });
  return ok({
    newDocument,
    ...(await publish(tx, documentId, (newest?.number ?? 0) + 1, edition, placed.value, word, who)),
  });
}

async function daysOf(tx: Tx, documentId: string, language: Edition["language"]): Promise<Day[]> {
  const rows = await tx
    .select({ day: editions.inForceFrom })
    .from(editions)
    .where(and(eq(editions.documentId, documentId), eq(editions.language, language)));
  return rows.map(({ day }) => day);
}

const facts = ({ language, text, subtitle, sourceUrl, orderNumber, orderDate }: ImportedEdition) => ({
  ...{ language, title: text.title, subtitle, sourceUrl, orderNumber, orderDate, clauses: text.clauses },
});

const draftOf = (tx: Tx, documentId: string, edition: ImportedEdition, { bindings, seller }: Placed, who: Who) => {
  const rows = edition.prices.map(({ amount, ...row }) => ({ ...row, amount: String(amount) }));
  return insertDraft(tx, { documentId, ...facts(edition), bindings, seller, prices: rows }, who);
};

async function publish(
  tx: Tx,
  documentId: string,
  number: number,
  edition: ImportedEdition,
  { bindings, seller, publishedOn, inForceFrom }: Extract<Placed, { as: "edition" }>,
  word: ImportWord,
  { actor, origin, now }: Who,
) {
  const id = crypto.randomUUID();
  const sha256 = editionSha256(edition.text, edition.prices);
  const dates = { publishedOn, inForceFrom };
  await tx
    .insert(editions)
    .values({ id, documentId, number, ...facts(edition), bindings, seller, ...dates, sha256, createdAt: now });
  if (edition.prices.length > 0)
    await tx.insert(prices).values(edition.prices.map((row) => ({ id: crypto.randomUUID(), editionId: id, ...row })));
  await record(tx, actor, origin, now, {
    ...{ chain: `document:${documentId}`, step: "import-edition", clause: "6.2" },
    reason: word.acceptFindings,
    data: {
      ...{ editionId: id, number, language: edition.language, sha256, ...dates },
      ...{ fourEyes: false, releasedBy: word.releasedBy, errors: word.errors },
    },
  });
  return { as: "edition", id, number, sha256, ...dates } as const;
}
