import "server-only";

import type { Tx } from "#/db/client.ts";
import { documentBySlug, findDraft, newestEdition, openDrafts } from "#/db/queries/edition-drafts.ts";
import { draftSha256, insertDraft, saveDraft } from "#/db/writes/edition-drafts.ts";
import { insertSnapshotCheck } from "#/db/writes/snapshots.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import type { Clause } from "#/lib/editions/edition.ts";
import { editionSha256 } from "#/lib/editions/hash.ts";
import { ok } from "#/lib/result.ts";
import { carriedOver, type Who } from "./open-draft.ts";

/**
 * The hash of a page as its edition would have it. The title is the house's name for the page, so the pinned one stands in for
 * whatever the importer took for a title.
 */
export const pageSha256 = (pinned: { title: string }, clauses: Clause[]): string =>
  editionSha256({ title: pinned.title, clauses });

/**
 * 1.9, 2.2: an outside page against the newest edition of its snapshot. The same: a row that says so. Changed: a draft of the
 * new text is put before the lawyer, once for the same text.
 */
export async function checkSnapshot(
  tx: Tx,
  {
    slug,
    language,
    clauses,
    fileId,
  }: { slug: string; language: "ru" | "be" | "en" | "kk"; clauses: Clause[]; fileId: string },
  who: Who,
): Promise<ActionResult<{ outcome: "same" | "changed"; draftId: string | null; href: string }>> {
  const document = await documentBySlug(tx, slug);
  const pinned = document && (await newestEdition(tx, document.id, language));
  if (!document || !pinned?.sourceUrl) return refuse("record.not_found");
  const sha256 = pageSha256(pinned, clauses);
  const outcome = sha256 === pinned.sha256 ? "same" : "changed";
  const draftId = outcome === "same" ? null : await draftOf(tx, document.id, pinned, clauses, who);
  await insertSnapshotCheck(
    tx,
    { documentId: document.id, editionId: pinned.id, sha256, outcome, draftId, fileId },
    who,
  );
  return ok({
    outcome,
    draftId,
    href: draftId ? `/staff/documents/drafts/${draftId}/diff` : "/staff/documents/snapshots",
  });
}

async function draftOf(
  tx: Tx,
  documentId: string,
  pinned: NonNullable<Awaited<ReturnType<typeof newestEdition>>>,
  clauses: Clause[],
  who: Who,
): Promise<string> {
  const { title, language } = pinned;
  const content = { documentId, language, title, ...(await carriedOver(tx, pinned)), clauses };
  const sha256 = draftSha256(content);
  const known = (await openDrafts(tx, who.actor)).find(
    (one) => one.documentId === documentId && one.language === language && draftSha256(one) === sha256,
  );
  if (known) return known.id;
  const id = await insertDraft(tx, content, who);
  const draft = await findDraft(tx, who.actor, id);
  if (!draft || !(await saveDraft(tx, draft, { move: "submit", set: { stage: "submitted" } }, who)))
    throw new Error("a draft that was just opened cannot be put before the lawyer");
  return id;
}
