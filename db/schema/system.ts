import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  date,
  index,
  integer,
  jsonb,
  primaryKey,
  snakeCase,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { PaperFacts } from "#/lib/documents/verify/verdict.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Uploaded and drawn files; bytes lie in chunks beside, so that a whole file never has to be in memory. */
export const files = snakeCase.table(
  "files",
  {
    id: uuid().primaryKey(),
    partyId: uuid(),
    kind: text().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: bigint({ mode: "number" }).notNull(),
    sha256: text().notNull(),
    /** Drawn papers: which document, by which template; one file per document for ever. */
    documentId: uuid(),
    templateVersion: text(),
    /** What leads from the sheet to its page of verification, and what that page may show; older papers have neither. */
    paperCode: text(),
    paperFacts: jsonb().$type<PaperFacts>(),
    createdAt: at().notNull(),
    createdBy: text().notNull(),
  },
  (t) => [
    uniqueIndex("files_document").on(t.documentId, t.kind).where(sql`${t.documentId} is not null`),
    uniqueIndex("files_paper_code").on(t.paperCode).where(sql`${t.paperCode} is not null`),
    index("files_paper_sha256").on(t.sha256).where(sql`${t.documentId} is not null`),
    index("files_party").on(t.partyId),
  ],
);

export const fileChunks = snakeCase.table(
  "file_chunks",
  {
    fileId: uuid()
      .notNull()
      .references(() => files.id),
    position: integer().notNull(),
    partyId: uuid(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.position] })],
);

/** Gapless numbers: the counter row is taken in the issuing transaction, so a rollback gives the number back. */
export const numberSeries = snakeCase.table(
  "number_series",
  { kind: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (t) => [primaryKey({ columns: [t.kind, t.year] })],
);

/** Dated settings where the contract is silent; the row in force on a day is the last with `validFrom` on or before it. */
export const settings = snakeCase.table(
  "settings",
  {
    id: uuid().primaryKey(),
    key: text().notNull(),
    value: jsonb().$type<unknown>().notNull(),
    validFrom: date({ mode: "string" }).notNull(),
    enteredAt: at().notNull(),
    enteredBy: text().notNull(),
    reason: text().notNull(),
  },
  (t) => [index("settings_key").on(t.key, t.validFrom.desc(), t.enteredAt.desc())],
);

/** Follow-up work, written in the transaction of the change and done by the worker at least once. */
export const outbox = snakeCase.table(
  "outbox",
  {
    id: uuid().primaryKey(),
    topic: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: at().notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: at().notNull(),
    doneAt: at(),
    deadAt: at(),
    lastError: text(),
  },
  (t) => [index("outbox_waiting").on(t.nextAttemptAt).where(sql`${t.doneAt} is null and ${t.deadAt} is null`)],
);

/** `rejected`: refused for good; `failed`: given up; `bounced`: taken, and came back. */
export type MailStatus = "queued" | "retrying" | "accepted" | "rejected" | "bounced" | "failed";

/** Each mail is a row with its real fate. */
export const mails = snakeCase.table(
  "mails",
  {
    id: uuid().primaryKey(),
    /** `topic:object:recipient`: a mail that was written once is never written twice. */
    dedupeKey: text().notNull().unique(),
    partyId: uuid(),
    contractId: uuid(),
    /** The person of ours who gets it; a department's address and a guest have none. */
    userId: uuid(),
    template: text().notNull(),
    locale: text().notNull(),
    toAddress: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    attachments: jsonb().$type<{ fileId: string; name: string }[]>().notNull().default([]),
    status: text().$type<MailStatus>().notNull().default("queued"),
    messageId: text().notNull(),
    createdAt: at().notNull(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: at().notNull(),
    /** The end of the recipient's quiet hours, by the clock of the trade; a letter that cannot wait has none. */
    quietUntil: at(),
    acceptedAt: at(),
    /** What the mail server said when it took the letter, or refused it. */
    serverReply: text(),
    lastError: text(),
    /** A report that came back after the letter was taken (RFC 3464): when, its status (5.1.1) and its words. */
    bouncedAt: at(),
    bounceStatus: text(),
    bounceText: text(),
  },
  (t) => [
    index("mails_waiting").on(t.nextAttemptAt).where(sql`${t.status} in ('queued', 'retrying')`),
    index("mails_contract").on(t.contractId),
    uniqueIndex("mails_message_id").on(t.messageId),
    index("mails_created").on(t.createdAt.desc().nullsFirst(), t.id),
  ],
);

/** One effect per key: the answer is kept in the transaction of the effect and replayed. */
export const idempotency = snakeCase.table(
  "idempotency",
  {
    actorId: text().notNull(),
    action: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    result: jsonb().$type<unknown>(),
    createdAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.action, t.key] }), index("idempotency_created").on(t.createdAt)],
);

/** One row per done period of a job: a digest of a day is sent once, and a missed day is caught up. */
export const jobRuns = snakeCase.table(
  "job_runs",
  { job: text().notNull(), period: text().notNull(), at: at().notNull() },
  (t) => [primaryKey({ columns: [t.job, t.period] })],
);

export const workerHeartbeats = snakeCase.table("worker_heartbeats", { name: text().primaryKey(), at: at().notNull() });

/** Demo and test only: how far "now" was moved. Production never reads it. */
export const demoClock = snakeCase.table("demo_clock", {
  id: integer().primaryKey().default(1),
  offsetMs: bigint({ mode: "number" }).notNull(),
});
