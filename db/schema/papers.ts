import { date, index, integer, jsonb, snakeCase, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";
import { parties } from "./parties.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();

/** An акт сверки as it was drawn up: documents and money of one party over a period, frozen. Never changed. */
export const reconciliations = snakeCase.table(
  "reconciliations",
  {
    id: uuid().primaryKey(),
    partyId: uuid()
      .notNull()
      .references(() => parties.id),
    year: integer().notNull(),
    sequence: integer().notNull(),
    number: text().notNull().unique(),
    from: day().notNull(),
    to: day().notNull(),
    issuedOn: day().notNull(),
    issuedAt: at().notNull(),
    issuedBy: text().notNull(),
    frozen: jsonb().$type<ReconciliationFrozen>().notNull(),
  },
  (t) => [
    unique("reconciliations_sequence").on(t.year, t.sequence),
    index("reconciliations_party").on(t.partyId, t.issuedAt.desc().nullsFirst(), t.id),
  ],
);
