import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, primaryKey, snakeCase, text, timestamp, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import type { DraftPrice, DraftStage } from "#/lib/editions/draft.ts";
import type { Clause } from "#/lib/editions/edition.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { contracts } from "./contracts.ts";
import { documents, editions } from "./documents.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();

/** An edition in the making: the only place where the text of a document may still change. */
export const editionDrafts = snakeCase.table(
  "edition_drafts",
  {
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    language: text().$type<"ru" | "be" | "en" | "kk">().notNull(),
    stage: text().$type<DraftStage>().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    subtitle: text(),
    sourceUrl: text(),
    orderNumber: text(),
    orderDate: day(),
    clauses: jsonb().$type<Clause[]>().notNull(),
    bindings: jsonb().$type<EditionBindings>(),
    seller: jsonb().$type<SellerRequisites>(),
    prices: jsonb().$type<DraftPrice[]>().notNull(),
    createdAt: at().notNull(),
    createdBy: text().notNull(),
    changedAt: at().notNull(),
    /** The lawyer who passed it; never the same person as the one who releases it. */
    checkedBy: text(),
    checkedAt: at(),
    /** The linter's warnings that the lawyer let stand: rule and clause → the reason. */
    excuses: jsonb().$type<Record<string, string>>().notNull(),
    releasedBy: text(),
    releasedAt: at(),
    publishOn: day(),
    inForceFrom: day(),
    withdrawnReason: text(),
    editionId: uuid().references(() => editions.id),
  },
  (t) => [
    index("edition_drafts_stage").on(t.stage, t.publishOn),
    check(
      "edition_drafts_stage_known",
      sql`${t.stage} in ('draft', 'submitted', 'checked', 'released', 'published', 'withdrawn')`,
    ),
    check("edition_drafts_language_known", sql`${t.language} in ('ru', 'be', 'en', 'kk')`),
    check(
      "edition_drafts_four_eyes",
      sql`${t.releasedBy} is null or (${t.checkedBy} is not null and ${t.releasedBy} <> ${t.checkedBy})`,
    ),
    check(
      "edition_drafts_released",
      sql`(${t.stage} in ('released', 'published')) = (${t.releasedBy} is not null) and (${t.releasedBy} is null) = (${t.publishOn} is null)
        and (${t.publishOn} is null) = (${t.inForceFrom} is null) and (${t.inForceFrom} is null or ${t.inForceFrom} >= ${t.publishOn})`,
    ),
    check("edition_drafts_published", sql`(${t.stage} = 'published') = (${t.editionId} is not null)`),
  ],
);

/** What somebody of the house says about a clause of a draft; an answer to it is another comment. */
export const draftComments = snakeCase.table(
  "draft_comments",
  {
    id: uuid().primaryKey(),
    draftId: uuid()
      .notNull()
      .references(() => editionDrafts.id),
    /** The clause's anchor; null for the draft as a whole. */
    clause: text(),
    text: text().notNull(),
    author: text().notNull(),
    authorName: text().notNull(),
    writtenAt: at().notNull(),
    settledAt: at(),
    settledBy: text(),
  },
  (t) => [index("draft_comments_draft").on(t.draftId, t.writtenAt)],
);

/** 6.2: a customer does not agree to a new edition, for one contract, inside the window. Never changed. */
export const editionRefusals = snakeCase.table(
  "edition_refusals",
  {
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    partyId: uuid().notNull(),
    refusedOn: day().notNull(),
    refusedAt: at().notNull(),
    reason: text(),
    /** The lawyer has seen it and wrote what follows from it. */
    answeredAt: at(),
    answeredBy: text(),
    answer: text(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.contractId] }),
    index("edition_refusals_contract").on(t.contractId),
    index("edition_refusals_unanswered").on(t.refusedAt).where(sql`${t.answeredAt} is null`),
    check(
      "edition_refusals_answered_whole",
      sql`(${t.answeredAt} is null) = (${t.answer} is null) and (${t.answeredAt} is null) = (${t.answeredBy} is null)`,
    ),
  ],
);

/** 1.9, 2.2: somebody looked at the outside page of a pinned snapshot and said whether it still reads the same. */
export const snapshotChecks = snakeCase.table(
  "snapshot_checks",
  {
    id: uuid().primaryKey(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    sha256: text().notNull(),
    outcome: text().$type<"same" | "changed">().notNull(),
    /** The draft that was opened from a changed page. */
    draftId: uuid().references(() => editionDrafts.id),
    checkedAt: at().notNull(),
    checkedBy: text().notNull(),
  },
  (t) => [
    index("snapshot_checks_document").on(t.documentId, t.checkedAt.desc()),
    check("snapshot_checks_outcome_known", sql`${t.outcome} in ('same', 'changed')`),
  ],
);
