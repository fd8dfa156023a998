import { customType, index, snakeCase, text, uuid } from "drizzle-orm/pg-core";
import { contractLines, contracts } from "./contracts.ts";

/** A half-open range of days, `[from,to+1)` as PostgreSQL prints it. */
const dateRange = customType<{ data: string }>({ dataType: () => "daterange" });

/**
 * The access of one portal (1.8): the paid period, or as much of it as came before a termination ("empty" where it never began).
 * Periods of one portal never overlap (exclusion constraint); what was paid for stays on the contract's line.
 */
export const subscriptions = snakeCase.table(
  "subscriptions",
  {
    id: uuid().primaryKey(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    lineId: uuid()
      .notNull()
      .unique()
      .references(() => contractLines.id),
    partyId: uuid().notNull(),
    portal: text().notNull(),
    period: dateRange().notNull(),
  },
  (t) => [index("subscriptions_party").on(t.partyId)],
);
