import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  snakeCase,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { Proposal } from "#/lib/statement/match.ts";
import type { StatementBalances } from "#/lib/statement/statement.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();
const kopecks = () => bigint({ mode: "bigint" });

export const statements = snakeCase.table(
  "statements",
  {
    id: uuid().primaryKey(),
    fileId: uuid().notNull(),
    sha256: text().notNull().unique(),
    format: text().notNull(),
    account: text().notNull(),
    dateFrom: day().notNull(),
    dateTo: day().notNull(),
    opening: kopecks().notNull(),
    closing: kopecks().notNull(),
    /** Who says the balances: the file, the statement before it (a bank's interface gives none), or nobody. */
    balances: text().$type<StatementBalances>().notNull().default("stated"),
    credits: kopecks().notNull(),
    debits: kopecks().notNull(),
    lines: integer().notNull(),
    newLines: integer().notNull(),
    importedAt: at().notNull(),
    importedBy: text().notNull(),
  },
  (t) => [
    index("statements_account").on(t.account, t.dateFrom),
    check("statements_balances_known", sql`${t.balances} in ('stated', 'carried', 'unknown')`),
  ],
);

/** Every line of every statement; a credit is a payment (3.4). */
export const payments = snakeCase.table(
  "payments",
  {
    id: uuid().primaryKey(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id),
    /** Bank's id, or account + number + date + sum + side + occurrence: twins survive, repeats do not. */
    lineKey: text().notNull().unique(),
    position: integer().notNull(),
    account: text().notNull(),
    documentNumber: text().notNull(),
    documentDate: day().notNull(),
    creditDate: day().notNull(),
    amount: kopecks().notNull(),
    side: text().$type<"credit" | "debit">().notNull(),
    payerName: text().notNull(),
    payerUnp: text(),
    payerIban: text(),
    payerBic: text(),
    purpose: text().notNull(),
    bankId: text(),
    /** Kept by the trigger of `allocations`; never over the amount. */
    allocated: kopecks().notNull().default(0n),
    /** `to-return`: what is left of it waits to go back to its payer and takes no allocation; `returned`: it went. */
    state: text()
      .$type<"none" | "unmatched" | "unidentified" | "proposed" | "allocated" | "balance" | "to-return" | "returned">()
      .notNull(),
    proposals: jsonb().$type<Proposal[]>().notNull().default([]),
    /** Known once something was allocated; scopes what the customer may see. */
    partyId: uuid(),
  },
  (t) => [
    index("payments_statement").on(t.statementId, t.position),
    // What matching still has to look at, a portion at a time.
    index("payments_unmatched").on(t.statementId, t.position).where(sql`${t.state} = 'unmatched'`),
    index("payments_open")
      .on(t.creditDate.desc().nullsFirst(), t.id)
      .where(sql`${t.side} = 'credit' and ${t.state} in ('unidentified', 'proposed')`),
    index("payments_party").on(t.partyId),
    index("payments_date").on(t.creditDate.desc().nullsFirst(), t.id),
    // What people search by; parts of names and purposes have trigrams.
    index("payments_payer_unp").on(t.payerUnp),
    index("payments_document_number").on(t.documentNumber),
  ],
);

/** Part of a payment set against an invoice (3.4). Never changed: an undo is a row with the opposite sign. */
export const allocations = snakeCase.table(
  "allocations",
  {
    id: uuid().primaryKey(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    invoiceId: uuid().notNull(),
    contractId: uuid().notNull(),
    partyId: uuid().notNull(),
    amount: kopecks().notNull(),
    kind: text().$type<"automatic" | "accountant" | "discretion">().notNull(),
    reason: text(),
    at: at().notNull(),
    by: text().notNull(),
    reversesId: uuid(),
  },
  (t) => [
    index("allocations_payment").on(t.paymentId),
    index("allocations_invoice").on(t.invoiceId),
    index("allocations_contract").on(t.contractId),
  ],
);

/**
 * "This payment is not for that invoice", said by a person with a reason: the invoice is not proposed for it again until the
 * word is taken back. Never deleted.
 */
export const paymentDeclines = snakeCase.table(
  "payment_declines",
  {
    id: uuid().primaryKey(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    invoiceId: uuid().notNull(),
    reason: text().notNull(),
    declinedAt: at().notNull(),
    declinedBy: text().notNull(),
    takenBackAt: at(),
    takenBackBy: text(),
  },
  (t) => [
    uniqueIndex("payment_declines_one_open").on(t.paymentId, t.invoiceId).where(sql`${t.takenBackAt} is null`),
    index("payment_declines_payment").on(t.paymentId),
    check("payment_declines_has_reason", sql`length(${t.reason}) >= 10`),
    check("payment_declines_taken_back_whole", sql`(${t.takenBackAt} is null) = (${t.takenBackBy} is null)`),
  ],
);

/** A part of a payment that somebody asks to set against an invoice; kopecks as text, JSON knows no bigint. */
export type AskedPart = { contractId: string; invoiceId: string; amount: string };

/**
 * An allocation at discretion (3.4) above the set sum: asked for by one person, settled by another. The walls of the table hold
 * that nobody confirms or rejects what they asked for themselves; who asked may withdraw it.
 */
export const discretionRequests = snakeCase.table(
  "discretion_requests",
  {
    id: uuid().primaryKey(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    parts: jsonb().$type<AskedPart[]>().notNull(),
    amount: kopecks().notNull(),
    /** The setting that asked for a second person, as it was. */
    above: kopecks().notNull(),
    reason: text().notNull(),
    state: text().$type<"waiting" | "confirmed" | "rejected" | "withdrawn">().notNull(),
    askedAt: at().notNull(),
    askedBy: text().notNull(),
    settledAt: at(),
    settledBy: text(),
    settledReason: text(),
  },
  (t) => [
    uniqueIndex("discretion_requests_one_waiting").on(t.paymentId).where(sql`${t.state} = 'waiting'`),
    index("discretion_requests_payment").on(t.paymentId),
    check("discretion_requests_state_known", sql`${t.state} in ('waiting', 'confirmed', 'rejected', 'withdrawn')`),
    check(
      "discretion_requests_whole",
      sql`${t.amount} > 0 and ${t.above} >= 0 and length(${t.reason}) >= 10 and jsonb_array_length(${t.parts}) > 0`,
    ),
    check(
      "discretion_requests_settled_whole",
      sql`(${t.state} = 'waiting') = (${t.settledAt} is null) and (${t.state} = 'waiting') = (${t.settledBy} is null)
        and (${t.state} <> 'rejected' or length(coalesce(${t.settledReason}, '')) >= 10)`,
    ),
    check(
      "discretion_requests_second_person",
      sql`${t.state} not in ('confirmed', 'rejected') or ${t.settledBy} <> ${t.askedBy}`,
    ),
    check("discretion_requests_withdrawn_by_own", sql`${t.state} <> 'withdrawn' or ${t.settledBy} = ${t.askedBy}`),
  ],
);
