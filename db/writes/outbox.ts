import "server-only";

import type { Db, Tx } from "#/db/client.ts";
import { outbox } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { insertMany } from "./many.ts";

/** Follow-up work by topic; payloads carry ids, never personal data. */
export type OutboxMessage =
  | { topic: "contract-event"; payload: { contractId: string; step: string; seq: number } }
  | {
      topic: "account-mail";
      payload: { template: string; userId: string | null; linkId: string | null; locale: string };
    }
  | { topic: "recount-deadlines"; payload: { days: Day[]; reason: string; calendar: Record<string, unknown> } }
  | { topic: "force-majeure"; payload: { caseId: string; contractId: string; phase: "declare" | "end" } }
  | { topic: "privacy-mail"; payload: { requestId: string; template: "erasure-asked" | "erasure-refused" } }
  | { topic: "requisites-by-hand"; payload: { partyId: string; seq: number } }
  /** 6.2: everybody with a contract, some at a time; `after` is the last party that has its message. */
  | { topic: "edition-published"; payload: { editionId: string; after: string | null } }
  | { topic: "edition-party"; payload: { editionId: string; partyId: string } }
  | { topic: "edi-send"; payload: { ediDocumentId: string } }
  | { topic: "match-payments"; payload: { statementId: string } }
  /** `seq` of zero: asked for by a step of the contract, which has an entry of its own. */
  | { topic: "refund-event"; payload: { refundId: string; move: string; seq: number } }
  /** `seq` is the move of the act that is told of; 0 is its drawing up. */
  | { topic: "reconciliation"; payload: { reconciliationId: string; seq: number } }
  | { topic: "draw-paper"; payload: { kind: string; documentId: string } };

/** Writes follow-up work into the transaction of the change; the worker does it at least once. */
export async function tell(tx: Tx | Db, now: Date, ...messages: OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await insertMany(
    tx,
    outbox,
    messages.map(({ topic, payload }) => ({
      id: crypto.randomUUID(),
      topic,
      payload,
      createdAt: now,
      nextAttemptAt: now,
    })),
  );
}
