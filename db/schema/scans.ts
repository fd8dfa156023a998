import { sql } from "drizzle-orm";
import { check, date, index, integer, primaryKey, snakeCase, text, timestamp, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { PageTrouble, StackState } from "#/lib/scans/stack.ts";
import { acts } from "./contracts.ts";
import { files } from "./system.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });

/** A stack of signed acts off a scanner (3.7). Its files stay as they came. */
export const scanStacks = snakeCase.table(
  "scan_stacks",
  {
    id: uuid().primaryKey(),
    state: text().$type<StackState>().notNull(),
    version: integer().notNull().default(1),
    /** The day of the signatures, for every act of the stack. */
    signedOn: date({ mode: "string" }).$type<Day>().notNull(),
    uploadedAt: at().notNull(),
    uploadedBy: uuid().notNull(),
    /** Known once the files were opened. */
    pages: integer(),
    closedAt: at(),
    closedBy: uuid(),
    /** Why it could not be read. */
    code: text(),
  },
  (t) => [
    index("scan_stacks_work").on(t.uploadedAt).where(sql`${t.state} in ('reading', 'filing')`),
    index("scan_stacks_uploaded").on(t.uploadedAt.desc().nullsFirst(), t.id),
    check("scan_stacks_state_known", sql`${t.state} in ('reading', 'ready', 'filing', 'filed', 'cancelled', 'broken')`),
    check("scan_stacks_broken_has_code", sql`(${t.state} = 'broken') = (${t.code} is not null)`),
  ],
);

export const scanFiles = snakeCase.table(
  "scan_files",
  {
    stackId: uuid()
      .notNull()
      .references(() => scanStacks.id),
    position: integer().notNull(),
    fileId: uuid()
      .notNull()
      .unique()
      .references(() => files.id),
  },
  (t) => [primaryKey({ columns: [t.stackId, t.position] })],
);

/** One side of a sheet: what its code says, and where it went. */
export const scanPages = snakeCase.table(
  "scan_pages",
  {
    stackId: uuid()
      .notNull()
      .references(() => scanStacks.id),
    position: integer().notNull(),
    filePosition: integer().notNull(),
    /** From 1, within its file. */
    filePage: integer().notNull(),
    readAt: at(),
    /** Number, page and count of pages by the code; null where there is none or it is not ours. */
    number: text(),
    page: integer(),
    of: integer(),
    actId: uuid().references(() => acts.id),
    /** Why a person looks at it. */
    trouble: text().$type<PageTrouble>(),
    /** A code of the refused step, where the trouble is "refused". */
    code: text(),
    /** What a person sees of a page that has trouble. */
    pictureId: uuid(),
    /** The signed copy that this page became a part of. */
    filedFileId: uuid(),
    /** A person filed it by hand or put it aside: when, who, and why nothing is to be filed. */
    settledAt: at(),
    settledBy: uuid(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.stackId, t.position] }),
    index("scan_pages_waiting")
      .on(t.stackId, t.position)
      .where(sql`${t.trouble} is not null and ${t.settledAt} is null`),
    index("scan_pages_act").on(t.actId),
    check("scan_pages_settled_whole", sql`(${t.settledAt} is null) = (${t.settledBy} is null)`),
  ],
);
