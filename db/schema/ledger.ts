import { sql } from "drizzle-orm";
import { bigint, check, date, index, snakeCase, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { Account, Source } from "#/lib/ledger/ledger.ts";

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
