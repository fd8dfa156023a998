import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  smallint,
  snakeCase,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";
import type { Move, MoveData, Side } from "#/lib/reconciliation/state.ts";
import { parties } from "./parties.ts";
import { files } from "./system.ts";

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
    /** The edition of the same act that this one stands for. */
    replacesId: uuid()
      .unique("reconciliations_replaced_once")
      .references((): AnyPgColumn => reconciliations.id),
  },
  (t) => [
    unique("reconciliations_whose").on(t.id, t.partyId),
    unique("reconciliations_sequence").on(t.year, t.sequence),
    index("reconciliations_party").on(t.partyId, t.issuedAt.desc().nullsFirst(), t.id),
  ],
);

/** What either side did with an акт сверки, one after another; its state is what they add up to. Never changed. */
export const reconciliationMoves = snakeCase.table(
  "reconciliation_moves",
  {
    id: uuid().primaryKey(),
    partyId: uuid()
      .notNull()
      .references(() => parties.id),
    reconciliationId: uuid().notNull(),
    /** 1, 2, … within the act: of two who move at once the second is refused. */
    seq: integer().notNull(),
    move: text().$type<Move>().notNull(),
    side: text().$type<Side>().notNull(),
    at: at().notNull(),
    by: text().notNull(),
    data: jsonb().$type<MoveData>().notNull(),
    /** The signed copy that came with it. */
    fileId: uuid().references(() => files.id),
  },
  (t) => [
    unique("reconciliation_moves_seq").on(t.reconciliationId, t.seq),
    index("reconciliation_moves_party").on(t.partyId),
    foreignKey({
      name: "reconciliation_moves_whose",
      columns: [t.reconciliationId, t.partyId],
      foreignColumns: [reconciliations.id, reconciliations.partyId],
    }),
    check(
      "reconciliation_moves_move_known",
      sql`${t.move} in ('confirm', 'dispute', 'answer', 'keep-copy', 'replace')`,
    ),
    check("reconciliation_moves_side_known", sql`${t.side} in ('customer', 'seller')`),
    check("reconciliation_moves_seq_counted", sql`${t.seq} > 0`),
    check("reconciliation_moves_copy", sql`${t.move} <> 'keep-copy' or ${t.fileId} is not null`),
  ],
);

/** The working day of each month on which a party's month pack is sent; the newest row counts, null switches it off. */
export const monthPackDays = snakeCase.table(
  "month_pack_days",
  {
    id: uuid().primaryKey(),
    partyId: uuid()
      .notNull()
      .references(() => parties.id),
    workingDay: smallint(),
    chosenAt: at().notNull(),
    chosenBy: text().notNull(),
  },
  (t) => [
    index("month_pack_days_party").on(t.partyId, t.chosenAt.desc().nullsFirst(), t.id),
    check("month_pack_days_one_of_ten", sql`${t.workingDay} between 1 and 10`),
  ],
);
