import "server-only";

import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { mails } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";

/**
 * The letters of a contract with their fate, in the order that they were written. A customer sees the party's own; the house
 * its own, too. More than a contract ever has is not read.
 */
export function lettersOfContract(tx: Tx, actor: Actor, contractId: string) {
  const own = actor.kind === "customer" ? eq(mails.partyId, actor.partyId) : undefined;
  return tx
    .select({
      id: mails.id,
      subject: mails.subject,
      toAddress: mails.toAddress,
      createdAt: mails.createdAt,
      status: mails.status,
      attempts: mails.attempts,
      nextAttemptAt: mails.nextAttemptAt,
      quietUntil: mails.quietUntil,
      acceptedAt: mails.acceptedAt,
      serverReply: mails.serverReply,
      lastError: mails.lastError,
      bouncedAt: mails.bouncedAt,
      bounceStatus: mails.bounceStatus,
      bounceText: mails.bounceText,
    })
    .from(mails)
    .where(and(eq(mails.contractId, contractId), own))
    .orderBy(asc(mails.createdAt), asc(mails.id))
    .limit(200);
}
