import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  snakeCase,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";

/** Append-only log (6.7), one hash chain per contract, party or the system. The application may insert and read. */
export const evidence = snakeCase.table(
  "evidence",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    chain: text().notNull(),
    seq: integer().notNull(),
    partyId: uuid(),
    contractId: uuid(),
    at: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    actorKind: text().notNull(),
    actorId: text().notNull(),
    actorName: text().notNull(),
    onBehalfOf: text(),
    step: text().notNull(),
    clause: text(),
    reason: text(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    address: text(),
    browser: text(),
    /** Random; with it name, address and browser can be compared with their hashes, and without it they are forgotten. */
    salt: text(),
    actorNameHash: text(),
    addressHash: text(),
    browserHash: text(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    unique("evidence_seq").on(t.chain, t.seq),
    index("evidence_contract").on(t.contractId, t.seq),
    index("evidence_party").on(t.partyId, t.id),
  ],
);

/**
 * The installation's own chain: what the log of a finished Minsk day adds up to. The newest root stands for all that was ever
 * recorded; it is mailed and published, so that even the database's owner cannot rewrite history unseen.
 */
export const evidenceSeals = snakeCase.table(
  "evidence_seals",
  {
    seq: integer().primaryKey(),
    /** "extra": asked for by the operator in the middle of the day. */
    kind: text().$type<"day" | "extra">().notNull(),
    day: date({ mode: "string" }).$type<Day>().notNull(),
    entries: integer().notNull(),
    firstId: bigint({ mode: "number" }).notNull(),
    lastId: bigint({ mode: "number" }).notNull(),
    /** Merkle root over the entries' ids and hashes in order of id: a pack proves its entries without showing others. */
    merkle: text().notNull(),
    prevRoot: text().notNull(),
    root: text().notNull().unique(),
    sealedAt: timestamp({ withTimezone: true, mode: "date" }).notNull(),
  },
  (t) => [uniqueIndex("evidence_seals_day").on(t.day).where(sql`${t.kind} = 'day'`)],
);
