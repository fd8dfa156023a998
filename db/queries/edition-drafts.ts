import "server-only";

import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { documents, draftComments, editionDrafts, editions, evidence } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { EditionKind } from "#/lib/editions/edition.ts";

export type DraftRow = typeof editionDrafts.$inferSelect & { slug: string; kind: EditionKind };

/** Drafts are the house's own; row-level security shows none of them to a customer. */
const isHouse = (actor: Actor) => actor.kind === "staff" || actor.kind === "system";
const withDocument = { draft: editionDrafts, slug: documents.slug, kind: documents.kind };
const whole = ({
  draft,
  ...document
}: {
  draft: typeof editionDrafts.$inferSelect;
  slug: string;
  kind: EditionKind;
}) => ({
  ...draft,
  ...document,
});

export async function findDraft(tx: Tx, actor: Actor, id: string): Promise<DraftRow | null> {
  if (!isHouse(actor)) return null;
  const [row] = await tx
    .select(withDocument)
    .from(editionDrafts)
    .innerJoin(documents, eq(documents.id, editionDrafts.documentId))
    .where(eq(editionDrafts.id, id));
  return row ? whole(row) : null;
}

/** Drafts still on their way, the last changed first. */
export async function openDrafts(tx: Tx, actor: Actor): Promise<DraftRow[]> {
  if (!isHouse(actor)) return [];
  const rows = await tx
    .select(withDocument)
    .from(editionDrafts)
    .innerJoin(documents, eq(documents.id, editionDrafts.documentId))
    .where(inArray(editionDrafts.stage, ["draft", "submitted", "checked", "released"]))
    .orderBy(desc(editionDrafts.changedAt), editionDrafts.id);
  return rows.map(whole);
}

/** Released drafts whose day of publication has come. For the job that publishes them. */
export async function draftsToPublish(tx: Tx, today: Day): Promise<{ id: string }[]> {
  return tx
    .select({ id: editionDrafts.id })
    .from(editionDrafts)
    .where(and(eq(editionDrafts.stage, "released"), lte(editionDrafts.publishOn, today)))
    .orderBy(asc(editionDrafts.publishOn), asc(editionDrafts.releasedAt));
}

export function commentsOf(tx: Tx, draftId: string) {
  return tx
    .select()
    .from(draftComments)
    .where(eq(draftComments.draftId, draftId))
    .orderBy(asc(draftComments.writtenAt), draftComments.id);
}

/** The newest published edition of a document in a language, null before its first one. */
export async function newestEdition(tx: Tx, documentId: string, language: DraftRow["language"]) {
  const [row] = await tx
    .select()
    .from(editions)
    .where(and(eq(editions.documentId, documentId), eq(editions.language, language)))
    .orderBy(desc(editions.number))
    .limit(1);
  return row ?? null;
}

export async function documentBySlug(tx: Tx, slug: string) {
  const [row] = await tx.select().from(documents).where(eq(documents.slug, slug));
  return row ?? null;
}

/** Every document of the library, those that wait for their first edition too. Documents are public: no actor. */
export function allDocuments(tx: Tx) {
  return tx.select().from(documents).orderBy(documents.slug);
}

/** What happened to a draft, from its document's chain of evidence, the last first. For the house. */
export function historyOfDraft(tx: Tx, { id, documentId }: Pick<DraftRow, "id" | "documentId">) {
  return tx
    .select({
      ...{ seq: evidence.seq, step: evidence.step, at: evidence.at, by: evidence.actorName },
      ...{ reason: evidence.reason, data: evidence.data },
    })
    .from(evidence)
    .where(and(eq(evidence.chain, `document:${documentId}`), sql`${evidence.data} ->> 'draftId' = ${id}`))
    .orderBy(desc(evidence.seq));
}
