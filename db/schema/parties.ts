import { date, index, integer, jsonb, snakeCase, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });

/** The customer (1.2). Its requisites live in versions; documents keep the version that they were issued with. */
export const parties = snakeCase.table(
  "parties",
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    name: text().notNull(),
    unp: text(),
    /** Of the newest requisites: who pays from it is known by it. */
    iban: text(),
    /** How acts travel (3.6, 3.7); for an ИП the contract is silent, so it is a setting of the party. */
    actChannel: text().notNull(),
    /** Of its invoices and acts from now on (law 57-З art. 10: Russian or Belarusian); an issued paper keeps its own. */
    paperLanguage: text().notNull().default("ru"),
    version: integer().notNull().default(1),
    requisitesVersion: integer().notNull().default(1),
    createdAt: at().notNull(),
  },
  (t) => [index("parties_unp").on(t.unp), index("parties_iban").on(t.iban)],
);

export const requisitesVersions = snakeCase.table(
  "requisites_versions",
  {
    id: uuid().primaryKey(),
    partyId: uuid()
      .notNull()
      .references(() => parties.id),
    version: integer().notNull(),
    requisites: jsonb().$type<Requisites>().notNull(),
    /** When the change happened in life (7.1 gives one working day to enter it). */
    validFrom: date({ mode: "string" }).$type<Day>().notNull(),
    enteredAt: at().notNull(),
    enteredBy: text().notNull(),
  },
  (t) => [unique("requisites_versions_number").on(t.partyId, t.version)],
);
