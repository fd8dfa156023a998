import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  primaryKey,
  smallint,
  snakeCase,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { Channel, Kind } from "#/lib/mail/kinds.ts";
import { users } from "./auth.ts";
import { contracts } from "./contracts.ts";
import { parties } from "./parties.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const member = () => ({
  userId: uuid()
    .notNull()
    .references(() => users.id),
  partyId: uuid()
    .notNull()
    .references(() => parties.id),
});

/** Where a member left the defaults of their role: one row per cell of the matrix that differs. */
export const noticeChoices = snakeCase.table(
  "notice_choices",
  {
    ...member(),
    kind: text().$type<Kind>().notNull(),
    channel: text().$type<Channel>().notNull(),
    chosen: boolean().notNull(),
    chosenAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.partyId, t.kind, t.channel] }),
    check("notice_choices_channel_known", sql`${t.channel} in ('cabinet', 'mail')`),
  ],
);

/** When a member wants no mail that can wait. Minutes of the Minsk day; both null: at any hour. Without a row the default holds. */
export const noticeHours = snakeCase.table(
  "notice_hours",
  { ...member(), fromMinute: smallint(), toMinute: smallint(), daysOff: boolean().notNull(), chosenAt: at().notNull() },
  (t) => [
    primaryKey({ columns: [t.userId, t.partyId] }),
    check("notice_hours_whole", sql`(${t.fromMinute} is null) = (${t.toMinute} is null)`),
    check(
      "notice_hours_within_day",
      sql`${t.fromMinute} between 0 and 1439 and ${t.toMinute} between 0 and 1439 and ${t.fromMinute} <> ${t.toMinute}`,
    ),
  ],
);

/** What a member is told in the cabinet, in the language that they read at the time. */
export const notices = snakeCase.table(
  "notices",
  {
    id: uuid().primaryKey(),
    ...member(),
    contractId: uuid().references(() => contracts.id),
    kind: text().$type<Kind>().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    /** On our own site. */
    path: text().notNull(),
    /** `topic:object:recipient`, as its letter's: told once. */
    dedupeKey: text().notNull(),
    createdAt: at().notNull(),
    readAt: at(),
  },
  (t) => [
    uniqueIndex("notices_once").on(t.dedupeKey),
    index("notices_unread")
      .on(t.userId, t.partyId, t.createdAt.desc().nullsFirst(), t.id)
      .where(sql`${t.readAt} is null`),
    index("notices_read")
      .on(t.userId, t.partyId, t.createdAt.desc().nullsFirst(), t.id)
      .where(sql`${t.readAt} is not null`),
    index("notices_contract").on(t.contractId),
    check("notices_path_own", sql`${t.path} like '/%' and ${t.path} not like '//%'`),
  ],
);
