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
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { Account, Source } from "#/lib/ledger/ledger.ts";
import type { Finding } from "#/lib/ledger/proof.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();

/**
 * The books: one sum from a credited to a debited account in each row, so that nothing can be out of balance. Never changed: what
 * was wrong is taken back by a row the other way round.
 */
export const ledgerEntries = snakeCase.table(
  "ledger_entries",
  {
    id: uuid().primaryKey(),
    source: text().$type<Source>().notNull(),
    sourceId: uuid().notNull(),
    debit: text().$type<Account>().notNull(),
    credit: text().$type<Account>().notNull(),
    amount: bigint({ mode: "bigint" }).notNull(),
    /** The day in the books; later than the fact's own day where that month was closed. */
    day: day().notNull(),
    factDay: day().notNull(),
    partyId: uuid(),
    contractId: uuid(),
    postedAt: at().notNull(),
    postedBy: text().notNull(),
  },
  (t) => [
    // A fact enters the books once.
    unique("ledger_entries_once").on(t.source, t.sourceId, t.debit, t.credit),
    index("ledger_entries_day").on(t.day, t.id),
    index("ledger_entries_party").on(t.partyId, t.day),
    index("ledger_entries_contract").on(t.contractId),
    // The card of an account reads its two sides in the order of days.
    index("ledger_entries_debit").on(t.debit, t.day, t.id),
    index("ledger_entries_credit").on(t.credit, t.day, t.id),
    check("ledger_entries_sum", sql`${t.amount} > 0 and ${t.debit} <> ${t.credit}`),
    check("ledger_entries_day_not_before_fact", sql`${t.day} >= ${t.factDay}`),
    check(
      "ledger_entries_source_known",
      sql`${t.source} in ('payment', 'allocation', 'act', 'settlement', 'refund', 'refund-paid', 'correction')`,
    ),
    check(
      "ledger_entries_accounts_known",
      sql`array[${t.debit}, ${t.credit}] <@ array['bank', 'unallocated', 'advances', 'receivable', 'revenue', 'vat', 'refunds', 'other']`,
    ),
  ],
);

/** A month that the accountant closed: the books take nothing into it any more. Never opened again. */
export const closedMonths = snakeCase.table(
  "closed_months",
  {
    month: day().primaryKey(),
    closedAt: at().notNull(),
    closedBy: text().notNull(),
    /** What the checklist said at that moment. */
    note: text().notNull(),
  },
  (t) => [check("closed_months_first_day", sql`extract(day from ${t.month}) = 1`)],
);

/** What a proof of the books and of the numbers found; an empty list is the good word. Never changed. */
export const bookProofs = snakeCase.table(
  "book_proofs",
  {
    id: uuid().primaryKey(),
    /** The Minsk day on which it ran. */
    day: day().notNull(),
    provenAt: at().notNull(),
    provenBy: text().notNull(),
    findings: jsonb().$type<Finding[]>().notNull(),
  },
  (t) => [index("book_proofs_proven").on(t.provenAt.desc().nullsFirst())],
);

/** Files given to the accounting program: a period that is taken again is known by its hash, or by its difference. */
export const bookExports = snakeCase.table(
  "book_exports",
  {
    id: uuid().primaryKey(),
    format: text().$type<"xml" | "csv">().notNull(),
    from: day().notNull(),
    to: day().notNull(),
    records: integer().notNull(),
    sha256: text().notNull(),
    exportedAt: at().notNull(),
    exportedBy: text().notNull(),
  },
  (t) => [
    index("book_exports_at").on(t.exportedAt.desc().nullsFirst()),
    check("book_exports_period", sql`${t.to} >= ${t.from}`),
  ],
);
