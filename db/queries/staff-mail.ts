import "server-only";

import { and, gt, inArray, isNull, lte, or, type SQL } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { mails } from "#/db/schema/index.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

/** `failed`: all that did not arrive; `quiet`: held until the recipient's quiet time is over; `waiting`: the rest of what is on its way. */
export const MAIL_FILTERS = ["all", "failed", "bounced", "waiting", "quiet", "accepted"] as const;
export type MailFilter = (typeof MAIL_FILTERS)[number];

function filtered(filter: MailFilter, now: Date): SQL | undefined {
  switch (filter) {
    case "all":
      return undefined;
    case "failed":
      return inArray(mails.status, ["failed", "rejected", "bounced"]);
    case "waiting":
      return and(
        inArray(mails.status, ["queued", "retrying"]),
        or(isNull(mails.quietUntil), lte(mails.quietUntil, now)),
      );
    case "quiet":
      return and(inArray(mails.status, ["queued", "retrying"]), gt(mails.quietUntil, now));
    default:
      return inArray(mails.status, [filter]);
  }
}

export type MailRow = Omit<typeof mails.$inferSelect, "html" | "text" | "attachments" | "dedupeKey">;

const columns = {
  id: mails.id,
  partyId: mails.partyId,
  contractId: mails.contractId,
  template: mails.template,
  locale: mails.locale,
  toAddress: mails.toAddress,
  subject: mails.subject,
  status: mails.status,
  messageId: mails.messageId,
  createdAt: mails.createdAt,
  attempts: mails.attempts,
  nextAttemptAt: mails.nextAttemptAt,
  quietUntil: mails.quietUntil,
  acceptedAt: mails.acceptedAt,
  serverReply: mails.serverReply,
  bouncedAt: mails.bouncedAt,
  bounceStatus: mails.bounceStatus,
  bounceText: mails.bounceText,
  userId: mails.userId,
  lastError: mails.lastError,
};

/** Letters with their real fate, newest first, without their text. */
export async function mailList(tx: Tx, filter: MailFilter, cursor: Cursor | null, now: Date): Promise<Page<MailRow>> {
  const { where, order } = keyset(mails.createdAt, mails.id, "desc", "timestamptz", cursor);
  const found = await tx
    .select(columns)
    .from(mails)
    .where(and(filtered(filter, now), where))
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, (row) => `${row.createdAt.toISOString()}~${row.id}`);
}
