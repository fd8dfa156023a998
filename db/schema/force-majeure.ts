import { sql } from "drizzle-orm";
import { boolean, check, date, index, primaryKey, snakeCase, text, timestamp, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { ForceMajeureKind } from "#/lib/contract/force-majeure.ts";
import { contracts } from "./contracts.ts";
import { parties } from "./parties.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();

/** A circumstance as one side declared it (5.1–5.3). Never changed; its end is a row of its own. */
export const forceMajeureCases = snakeCase.table(
  "force_majeure_cases",
  {
    id: uuid().primaryKey(),
    kind: text().$type<ForceMajeureKind>().notNull(),
    from: day().notNull(),
    expectedTo: day().notNull(),
    declaredBy: text().$type<"seller" | "customer">().notNull(),
    /** The customer that declared it; null for the seller's. */
    partyId: uuid().references(() => parties.id),
    scope: text().$type<"all" | "listed">().notNull(),
    description: text().notNull(),
    fileId: uuid(),
    declaredAt: at().notNull(),
    declaredOn: day().notNull(),
    declarer: text().notNull(),
    late: boolean().notNull(),
  },
  (t) => [
    index("force_majeure_cases_from").on(t.from.desc(), t.id),
    check("force_majeure_cases_days", sql`${t.expectedTo} >= ${t.from} and ${t.declaredOn} >= ${t.from}`),
    check(
      "force_majeure_cases_sides",
      sql`(${t.declaredBy} = 'customer') = (${t.partyId} is not null) and ${t.declaredBy} in ('seller', 'customer')
        and ${t.scope} in ('all', 'listed') and (${t.scope} = 'listed' or ${t.declaredBy} = 'seller')`,
    ),
  ],
);

/** The contracts that a case of scope "listed" touches. */
export const forceMajeureContracts = snakeCase.table(
  "force_majeure_contracts",
  {
    caseId: uuid()
      .notNull()
      .references(() => forceMajeureCases.id),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    partyId: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.contractId, t.caseId] }), index("force_majeure_contracts_case").on(t.caseId)],
);

export const forceMajeureEnds = snakeCase.table("force_majeure_ends", {
  caseId: uuid()
    .primaryKey()
    .references(() => forceMajeureCases.id),
  /** The last day of the circumstance. */
  endedOn: day().notNull(),
  endedAt: at().notNull(),
  endedBy: text().notNull(),
  reason: text().notNull(),
});
