import { sql } from "drizzle-orm";
import { check, date, index, integer, snakeCase, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import { users } from "./auth.ts";
import { parties } from "./parties.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();

/** Days off moved by the government or by the seller itself. Never changed: one that was wrong is withdrawn, and stays to be read. */
export const calendarTransfers = snakeCase.table(
  "calendar_transfers",
  {
    id: uuid().primaryKey(),
    off: day().notNull(),
    worked: day().notNull(),
    resolution: text().notNull(),
    source: text().$type<"government" | "seller">().notNull(),
    enteredAt: at().notNull(),
    enteredBy: text().notNull(),
    reason: text().notNull(),
    withdrawnAt: at(),
    withdrawnBy: text(),
    withdrawReason: text(),
  },
  (t) => [
    uniqueIndex("calendar_transfers_off").on(t.off).where(sql`${t.withdrawnAt} is null`),
    uniqueIndex("calendar_transfers_worked").on(t.worked).where(sql`${t.withdrawnAt} is null`),
    check("calendar_transfers_source_known", sql`${t.source} in ('government', 'seller')`),
    check("calendar_transfers_two_days", sql`${t.off} <> ${t.worked}`),
    check(
      "calendar_transfers_withdrawn_whole",
      sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null) and (${t.withdrawnAt} is null) = (${t.withdrawReason} is null)`,
    ),
  ],
);

/** Years whose transfers are entered and complete; counts that touch another year are provisional. */
export const calendarYears = snakeCase.table("calendar_years", {
  year: integer().primaryKey(),
  resolution: text().notNull(),
  confirmedAt: at().notNull(),
  confirmedBy: text().notNull(),
  reason: text().notNull(),
});

/** A member's iCalendar feed of one party. The address is derived from the id and a secret; its hash is what it is found by. */
export const calendarFeeds = snakeCase.table(
  "calendar_feeds",
  {
    id: uuid().primaryKey(),
    tokenHash: text().notNull().unique(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    partyId: uuid()
      .notNull()
      .references(() => parties.id),
    createdAt: at().notNull(),
    revokedAt: at(),
  },
  (t) => [
    uniqueIndex("calendar_feeds_live").on(t.userId, t.partyId).where(sql`${t.revokedAt} is null`),
    index("calendar_feeds_party").on(t.partyId),
  ],
);
