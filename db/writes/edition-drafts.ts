import "server-only";

import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { type DraftRow, newestEdition } from "#/db/queries/edition-drafts.ts";
import { documents, draftComments, editionDrafts, editions, prices } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import type { DraftMove } from "#/lib/editions/draft.ts";
import type { EditionKind, PriceRow } from "#/lib/editions/edition.ts";
import { editionSha256 } from "#/lib/editions/hash.ts";
import { type Origin, record } from "./evidence.ts";
import { tell } from "./outbox.ts";

type Who = { actor: Actor; origin: Origin; now: Date };
type Content = Pick<
  typeof editionDrafts.$inferInsert,
  | "documentId"
  | "language"
  | "title"
  | "subtitle"
  | "sourceUrl"
  | "orderNumber"
  | "orderDate"
  | "clauses"
  | "bindings"
  | "seller"
  | "prices"
>;

const chain = (documentId: string) => `document:${documentId}`;

const priceRows = (rows: DraftRow["prices"]): PriceRow[] =>
  rows.map(({ amount, ...row }) => ({ ...row, amount: BigInt(amount) }));

/** What the evidence of a draft is pinned to: the same hash that its edition will have. */
export const draftSha256 = ({ title, clauses, prices: rows }: Pick<DraftRow, "title" | "clauses" | "prices">): string =>
  editionSha256({ title, clauses }, priceRows(rows));

/** A new document of the library, without an edition yet; null where the address is taken. */
export async function insertDocument(tx: Tx, document: { slug: string; kind: EditionKind }): Promise<string | null> {
  const [row] = await tx
    .insert(documents)
    .values({ id: crypto.randomUUID(), ...document })
    .onConflictDoNothing()
    .returning({ id: documents.id });
  return row?.id ?? null;
}

/** A new draft of a document, with its entry in the document's chain. */
export async function insertDraft(tx: Tx, content: Content, { actor, origin, now }: Who): Promise<string> {
  const id = crypto.randomUUID();
  const by = actorRef(actor).id;
  await tx.insert(editionDrafts).values({
    ...content,
    ...{ id, stage: "draft", version: 1, createdAt: now, createdBy: by, changedAt: now, excuses: {} },
  });
  await record(tx, actor, origin, now, {
    ...{ chain: chain(content.documentId), step: "draft-edition", clause: "6.2" },
    data: { draftId: id, language: content.language, sha256: draftSha256(content) },
  });
  return id;
}

/** Moves a draft on; false when somebody was first. A new text or a return takes away whatever was said of the old one. */
export async function saveDraft(
  tx: Tx,
  draft: DraftRow,
  change: {
    move: DraftMove;
    set: Partial<typeof editionDrafts.$inferInsert>;
    reason?: string;
    data?: Record<string, unknown>;
  },
  { actor, origin, now }: Who,
): Promise<boolean> {
  const set = { ...change.set, version: draft.version + 1, changedAt: now };
  const [moved] = await tx
    .update(editionDrafts)
    .set(set)
    .where(and(eq(editionDrafts.id, draft.id), eq(editionDrafts.version, draft.version)))
    .returning({ id: editionDrafts.id });
  if (!moved) return false;
  await record(tx, actor, origin, now, {
    ...{ chain: chain(draft.documentId), step: `${change.move}-edition`, clause: "6.2", reason: change.reason ?? null },
    data: { draftId: draft.id, sha256: draftSha256({ ...draft, ...change.set }), ...change.data },
  });
  return true;
}

/** Forgets who passed and released a text: used with every move that opens it again. */
export const UNCHECKED = {
  checkedBy: null,
  checkedAt: null,
  excuses: {},
  releasedBy: null,
  releasedAt: null,
  publishOn: null,
  inForceFrom: null,
} as const;

/**
 * A released draft becomes an edition that never changes (6.2): the next number of its document and language, the hash of its
 * canonical text. Null when somebody was first.
 */
export async function publishDraft(tx: Tx, draft: DraftRow, who: Who): Promise<{ id: string; number: number } | null> {
  const { publishOn, inForceFrom } = draft;
  if (draft.stage !== "released" || !publishOn || !inForceFrom) throw new Error("only a released draft is published");
  const number = ((await newestEdition(tx, draft.documentId, draft.language))?.number ?? 0) + 1;
  const { documentId, language, title, subtitle, sourceUrl, orderNumber, orderDate, clauses, bindings, seller } = draft;
  const rows = priceRows(draft.prices);
  const sha256 = draftSha256(draft);
  const id = crypto.randomUUID();
  await tx.insert(editions).values({
    ...{
      id,
      documentId,
      language,
      number,
      title,
      subtitle,
      sourceUrl,
      orderNumber,
      orderDate,
      clauses,
      bindings,
      seller,
    },
    ...{ publishedOn: publishOn, inForceFrom, sha256, createdAt: who.now },
  });
  if (rows.length > 0)
    await tx.insert(prices).values(rows.map((row) => ({ id: crypto.randomUUID(), editionId: id, ...row })));
  const saved = await saveDraft(
    tx,
    draft,
    {
      move: "publish",
      set: { stage: "published", editionId: id, publishOn, inForceFrom },
      data: { editionId: id, number, publishOn, inForceFrom },
    },
    who,
  );
  if (!saved) return null;
  await tell(tx, who.now, { topic: "edition-published", payload: { editionId: id, after: null } });
  return { id, number };
}

export async function insertComment(
  tx: Tx,
  comment: { draftId: string; clause: string | null; text: string },
  { actor, now }: Omit<Who, "origin">,
): Promise<void> {
  const { id: author, name: authorName } = actorRef(actor);
  await tx.insert(draftComments).values({ id: crypto.randomUUID(), ...comment, author, authorName, writtenAt: now });
}

/** False when it was settled before, or never was. */
export async function settleComment(tx: Tx, id: string, { actor, now }: Omit<Who, "origin">): Promise<boolean> {
  const [row] = await tx
    .update(draftComments)
    .set({ settledAt: now, settledBy: actorRef(actor).id })
    .where(and(eq(draftComments.id, id), isNull(draftComments.settledAt)))
    .returning({ id: draftComments.id });
  return row !== undefined;
}
