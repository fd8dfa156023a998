import "server-only";

import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { documents, editions, snapshotChecks } from "#/db/schema/index.ts";

/** Documents that are snapshots of outside pages (1.9, 2.2), each language by its newest edition. Public: no actor. */
export function snapshots(tx: Tx) {
  return tx
    .selectDistinctOn([documents.slug, editions.language], {
      ...{ documentId: documents.id, slug: documents.slug, kind: documents.kind, editionId: editions.id },
      ...{ language: editions.language, number: editions.number, title: editions.title, example: editions.example },
      ...{ sourceUrl: editions.sourceUrl, publishedOn: editions.publishedOn, sha256: editions.sha256 },
    })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(isNotNull(editions.sourceUrl))
    .orderBy(documents.slug, editions.language, desc(editions.number));
}

/** When somebody last looked at the outside pages, newest first. For the house; row-level security shows it to nobody else. */
export function snapshotHistory(tx: Tx, documentId?: string) {
  return tx
    .select({
      ...{ id: snapshotChecks.id, documentId: snapshotChecks.documentId, editionId: snapshotChecks.editionId },
      ...{ outcome: snapshotChecks.outcome, draftId: snapshotChecks.draftId, sha256: snapshotChecks.sha256 },
      ...{ checkedAt: snapshotChecks.checkedAt, number: editions.number, language: editions.language },
    })
    .from(snapshotChecks)
    .innerJoin(editions, eq(editions.id, snapshotChecks.editionId))
    .where(and(documentId === undefined ? undefined : eq(snapshotChecks.documentId, documentId)))
    .orderBy(desc(snapshotChecks.checkedAt))
    .limit(50);
}
