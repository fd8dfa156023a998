import { sql } from "drizzle-orm";
import { check, date, index, integer, snakeCase, text, timestamp, uuid } from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { DiscountKind } from "#/lib/price-list/discount.ts";
import { parties } from "./parties.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();

/**
 * What is taken off the price list, from a day to a day: for a number of certificates in one order (public), or for one party. A rule is
 * never edited: it is ended, and another begins. Overlaps are refused by the database (walls).
 */
export const discountRules = snakeCase.table(
  "discount_rules",
  {
    id: uuid().primaryKey(),
    kind: text().$type<DiscountKind>().notNull(),
    minQuantity: integer(),
    partyId: uuid().references(() => parties.id),
    /** Hundredths of a percent: 500 is 5 %. */
    basisPoints: integer().notNull(),
    validFrom: day().notNull(),
    /** Its last day, null while open; the day before the first one for a rule that never began. */
    validTo: day(),
    reason: text().notNull(),
    enteredBy: text().notNull(),
    enteredAt: at().notNull(),
    endedBy: text(),
    endedAt: at(),
    endReason: text(),
  },
  (t) => [
    index("discount_rules_party").on(t.partyId),
    check("discount_rules_kind_known", sql`${t.kind} in ('quantity', 'partner')`),
    check(
      "discount_rules_whose",
      sql`(${t.kind} = 'quantity') = (${t.minQuantity} is not null) and (${t.kind} = 'partner') = (${t.partyId} is not null)
        and (${t.minQuantity} is null or ${t.minQuantity} between 2 and 50)`,
    ),
    check("discount_rules_share", sql`${t.basisPoints} between 1 and 9000`),
    check("discount_rules_dates", sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom} - 1`),
    check(
      "discount_rules_ended_whole",
      sql`(${t.endedAt} is null) = (${t.endedBy} is null) and (${t.endedAt} is null) = (${t.endReason} is null)
        and (${t.endedAt} is null or ${t.validTo} is not null)`,
    ),
  ],
);
