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
import type { TableMapping } from "#/lib/statement/table/mapping.ts";
import { statements } from "./money.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();
const kopecks = () => bigint({ mode: "bigint" });

/** How the accountant reads one bank's tables: which column is what. A removed one keeps its name for what it read. */
export const statementProfiles = snakeCase.table(
  "statement_profiles",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    account: text().notNull(),
    /** Of the headings: the next table of this shape is known by it. */
    fingerprint: text().notNull(),
    mapping: jsonb().$type<TableMapping>().notNull(),
    version: integer().notNull(),
    changedAt: at().notNull(),
    changedBy: text().notNull(),
    removedAt: at(),
    removedBy: text(),
  },
  (t) => [
    uniqueIndex("statement_profiles_name").on(t.name).where(sql`${t.removedAt} is null`),
    uniqueIndex("statement_profiles_shape").on(t.fingerprint, t.account).where(sql`${t.removedAt} is null`),
    check("statement_profiles_name_long", sql`length(${t.name}) between 1 and 80`),
    check("statement_profiles_removed_whole", sql`(${t.removedAt} is null) = (${t.removedBy} is null)`),
  ],
);

/** What a person said of one uploaded table: its profile and, where the table prints no balances, the balances. */
export const statementReadings = snakeCase.table(
  "statement_readings",
  {
    fileId: uuid().primaryKey(),
    profileId: uuid()
      .notNull()
      .references(() => statementProfiles.id),
    opening: kopecks(),
    closing: kopecks(),
    saidAt: at().notNull(),
    saidBy: text().notNull(),
  },
  (t) => [check("statement_readings_both", sql`(${t.opening} is null) = (${t.closing} is null)`)],
);

/** The line to a bank's interface. Tokens lie sealed with the application's secret; the database alone opens nothing. */
export const bankLinks = snakeCase.table(
  "bank_links",
  {
    bank: text().$type<"alfa">().primaryKey(),
    /** A consent asked for and not yet given: the hash of its `state`, and who asked. */
    askedState: text(),
    askedAt: at(),
    askedBy: text(),
    access: text(),
    accessUntil: at(),
    refresh: text(),
    refreshUntil: at(),
    connectedAt: at(),
    connectedBy: text(),
    /** Why a person has to connect again. */
    brokenCode: text(),
    brokenAt: at(),
    /** «Забрать сейчас», until somebody has. */
    fetchAskedAt: at(),
  },
  (t) => [
    check("bank_links_known", sql`${t.bank} in ('alfa')`),
    check("bank_links_asked_whole", sql`(${t.askedState} is null) = (${t.askedAt} is null)`),
    check("bank_links_broken_whole", sql`(${t.brokenCode} is null) = (${t.brokenAt} is null)`),
    check(
      "bank_links_sealed",
      sql`coalesce(${t.access}, 'v1.') like 'v1.%' and coalesce(${t.refresh}, 'v1.') like 'v1.%'`,
    ),
  ],
);

/** Every time that the bank was asked, and what came of it. */
export const bankFetches = snakeCase.table(
  "bank_fetches",
  {
    id: uuid().primaryKey(),
    bank: text().$type<"alfa">().notNull(),
    account: text().notNull(),
    dayFrom: day().notNull(),
    dayTo: day().notNull(),
    at: at().notNull(),
    by: text().notNull(),
    outcome: text().$type<"taken" | "nothing" | "failed">().notNull(),
    code: text(),
    params: jsonb().$type<Record<string, string | number>>(),
    lines: integer().notNull(),
    newLines: integer().notNull(),
    statementId: uuid().references(() => statements.id),
  },
  (t) => [
    index("bank_fetches_latest").on(t.bank, t.at.desc().nullsFirst()),
    check("bank_fetches_outcome_known", sql`${t.outcome} in ('taken', 'nothing', 'failed')`),
    check("bank_fetches_failed_has_code", sql`(${t.outcome} = 'failed') = (${t.code} is not null)`),
    check("bank_fetches_taken_has_statement", sql`(${t.outcome} = 'taken') = (${t.statementId} is not null)`),
  ],
);
