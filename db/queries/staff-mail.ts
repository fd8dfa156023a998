import "server-only";

import { and, inArray } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { mails } from "#/db/schema/index.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

export const MAIL_FILTERS = ["failed", "waiting", "accepted", "all"] as const;
export type MailFilter = (typeof MAIL_FILTERS)[number];
const STATUSES = {
  failed: ["failed", "rejected", "bounced"],
  waiting: ["queued", "retrying"],
  accepted: ["accepted"],
} as const;

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
export async function mailList(tx: Tx, filter: MailFilter, cursor: Cursor | null): Promise<Page<MailRow>> {
  const { where, order } = keyset(mails.createdAt, mails.id, "desc", "timestamptz", cursor);
  const found = await tx
    .select(columns)
    .from(mails)
    .where(and(filter === "all" ? undefined : inArray(mails.status, [...STATUSES[filter]]), where))
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, (row) => `${row.createdAt.toISOString()}~${row.id}`);
}
