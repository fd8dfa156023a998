import "server-only";

import { and, asc, desc, eq, inArray, isNull, lte, or } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { mails } from "#/db/schema/index.ts";

export type MailRow = typeof mails.$inferSelect;

/**
 * The oldest letter that is due and that nobody is sending; locked until the transaction ends (see `nextMessage`). Attempts
 * are paused by the real time, quiet hours end by the clock of the trade.
 */
export async function nextMail(tx: Tx, { real, now }: { real: Date; now: Date }): Promise<MailRow | null> {
  const [row] = await tx
    .select()
    .from(mails)
    .where(
      and(
        inArray(mails.status, ["queued", "retrying"]),
        or(eq(mails.attempts, 0), lte(mails.nextAttemptAt, real)),
        or(isNull(mails.quietUntil), lte(mails.quietUntil, now)),
      ),
    )
    .orderBy(asc(mails.nextAttemptAt), asc(mails.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return row ?? null;
}

/** The newest letters without their bodies. For the house only: a transaction of staff or system. */
export function latestMails(tx: Tx, limit = 100) {
  return tx
    .select({
      id: mails.id,
      template: mails.template,
      toAddress: mails.toAddress,
      subject: mails.subject,
      status: mails.status,
      createdAt: mails.createdAt,
      acceptedAt: mails.acceptedAt,
      attempts: mails.attempts,
      lastError: mails.lastError,
      contractId: mails.contractId,
    })
    .from(mails)
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
}

export async function mailById(tx: Tx, id: string): Promise<MailRow | null> {
  const [row] = await tx.select().from(mails).where(eq(mails.id, id));
  return row ?? null;
}
