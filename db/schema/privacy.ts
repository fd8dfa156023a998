import { sql } from "drizzle-orm";
import { check, customType, date, index, snakeCase, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { RequestState } from "#/lib/privacy/request.ts";
import { users } from "./auth.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();
const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** A person's demand to erase their data (law 99-З, art. 13), with the last day for the answer. One at a time. */
export const privacyRequests = snakeCase.table(
  "privacy_requests",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    state: text().$type<RequestState>().notNull().default("open"),
    askedAt: at().notNull(),
    askedOn: day().notNull(),
    dueOn: day().notNull(),
    closedAt: at(),
    closedOn: day(),
    closedBy: text(),
    /** Of a refusal: what the person is told. */
    reason: text(),
  },
  (t) => [
    uniqueIndex("privacy_requests_one_open").on(t.userId).where(sql`${t.state} = 'open'`),
    index("privacy_requests_due").on(t.dueOn, t.id).where(sql`${t.state} = 'open'`),
    index("privacy_requests_closed").on(t.closedAt.desc().nullsFirst(), t.id),
    check("privacy_requests_state_known", sql`${t.state} in ('open', 'withdrawn', 'refused', 'done')`),
    check(
      "privacy_requests_closed_whole",
      sql`(${t.state} = 'open') = (${t.closedAt} is null) and (${t.state} = 'open') = (${t.closedOn} is null)
        and (${t.state} = 'open') = (${t.closedBy} is null)`,
    ),
    check(
      "privacy_requests_refused_has_reason",
      sql`(${t.state} = 'refused') = (coalesce(length(${t.reason}), 0) >= 10)`,
    ),
    check("privacy_requests_due_after", sql`${t.dueOn} > ${t.askedOn}`),
  ],
);

/**
 * What was erased of whom by which transaction. The append-only tables let personal columns be blanked for the person and the
 * parties of a row of this very transaction, and for nobody else; after a restored backup the list says whom to erase again.
 */
export const erasures = snakeCase.table("erasures", {
  requestId: uuid()
    .primaryKey()
    .references(() => privacyRequests.id),
  userId: uuid()
    .notNull()
    .unique()
    .references(() => users.id),
  /** Parties that are this person (individuals) whose card went, too. */
  parties: uuid().array().notNull(),
  erasedOn: day().notNull(),
  erasedBy: text().notNull(),
  xid: xid8().notNull().default(sql`pg_current_xact_id()`),
});
