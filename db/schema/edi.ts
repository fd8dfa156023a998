import { sql } from "drizzle-orm";
import { check, index, snakeCase, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { ArrivalKind } from "#/lib/edi/arrival.ts";
import { acts } from "./contracts.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });

/** An act on its way through ЭДиН (3.6). Its number is the same however often it is tried; a failed one may be ordered anew. */
export const ediDocuments = snakeCase.table(
  "edi_documents",
  {
    id: uuid().primaryKey(),
    actId: uuid()
      .notNull()
      .references(() => acts.id),
    contractId: uuid().notNull(),
    documentId: text().notNull().unique(),
    senderGln: text().notNull(),
    receiverGln: text().notNull(),
    state: text().$type<"queued" | "sent" | "failed">().notNull(),
    orderedAt: at().notNull(),
    orderedBy: text().notNull(),
    /** The signed container as it was handed to the operator. */
    fileId: uuid(),
    sentAt: at(),
    failedAt: at(),
    failure: text(),
  },
  (t) => [
    uniqueIndex("edi_documents_one_open").on(t.actId).where(sql`${t.state} <> 'failed'`),
    index("edi_documents_queue").on(t.orderedAt, t.id).where(sql`${t.state} <> 'sent'`),
    check("edi_documents_state_known", sql`${t.state} in ('queued', 'sent', 'failed')`),
    check("edi_documents_sent_whole", sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
    check(
      "edi_documents_failed_whole",
      sql`(${t.state} = 'failed') = (${t.failedAt} is not null and ${t.failure} is not null)`,
    ),
  ],
);

/** What the operator of ЭДиН handed over: kept as it came. What is no step of ours waits for a person. */
export const ediArrivals = snakeCase.table(
  "edi_arrivals",
  {
    id: uuid().primaryKey(),
    /** The operator's own id of the delivery: each is taken once. */
    externalId: text().notNull().unique(),
    type: text().notNull(),
    name: text().notNull(),
    processedAt: text(),
    receivedAt: at().notNull(),
    fileId: uuid().notNull(),
    kind: text().$type<ArrivalKind>().notNull(),
    outcome: text().$type<"taken" | "waiting" | "settled">().notNull(),
    /** Why it waits. */
    code: text(),
    /** Our document that it speaks of. */
    documentId: text(),
    contractId: uuid(),
    settledAt: at(),
    settledBy: text(),
    note: text(),
  },
  (t) => [
    index("edi_arrivals_waiting").on(t.receivedAt, t.id).where(sql`${t.outcome} = 'waiting'`),
    index("edi_arrivals_contract").on(t.contractId),
    index("edi_arrivals_received").on(t.receivedAt.desc().nullsFirst(), t.id),
    check("edi_arrivals_kind_known", sql`${t.kind} in ('read', 'signed', 'refused', 'other')`),
    check("edi_arrivals_outcome_known", sql`${t.outcome} in ('taken', 'waiting', 'settled')`),
    check(
      "edi_arrivals_settled_whole",
      sql`(${t.outcome} = 'settled') = (${t.settledAt} is not null and ${t.settledBy} is not null and coalesce(length(${t.note}), 0) >= 10)`,
    ),
    check("edi_arrivals_waiting_has_code", sql`(${t.outcome} = 'taken') = (${t.code} is null)`),
  ],
);
