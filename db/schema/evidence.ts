import { bigint, index, integer, jsonb, snakeCase, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

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
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    unique("evidence_seq").on(t.chain, t.seq),
    index("evidence_contract").on(t.contractId, t.seq),
    index("evidence_party").on(t.partyId, t.id),
  ],
);
