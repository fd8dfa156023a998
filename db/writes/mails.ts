import "server-only";

import { and, eq, isNull } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { mails, oneTimeLinks } from "#/db/schema/index.ts";

export type NewMail = {
  /** `topic:object:recipient`; a letter that was written once is never written twice. */
  dedupeKey: string;
  /** Set for the customer's own letters only: they may read them in the cabinet. */
  partyId: string | null;
  contractId: string | null;
  template: string;
  locale: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
  attachments: { fileId: string; name: string }[];
  /** The person of ours who gets it; null for an address without one. */
  userId: string | null;
  quietUntil?: Date | null;
};

/** Queues a letter; null when it had been written before. `host` makes its Message-ID, the same for every attempt. */
export async function insertMail(tx: Tx, now: Date, host: string, mail: NewMail): Promise<string | null> {
  const id = crypto.randomUUID();
  const inserted = await tx
    .insert(mails)
    .values({ id, messageId: `<${id}@${host}>`, createdAt: now, nextAttemptAt: now, ...mail })
    .onConflictDoNothing()
    .returning({ id: mails.id });
  return inserted.length > 0 ? id : null;
}

/** `blank` takes a usable secret out of a letter that is on its way (or never will be). */
export async function mailAccepted(
  tx: Tx,
  id: string,
  { real, blank, reply }: { real: Date; blank: boolean; reply: string | null },
): Promise<void> {
  await tx
    .update(mails)
    .set({ status: "accepted", acceptedAt: real, serverReply: reply, lastError: null, ...(blank ? BLANK : {}) })
    .where(eq(mails.id, id));
}

/** Counts a failed attempt; `again` is when to try next, null when there will be no further one, `refused` by whose word. */
export async function mailNotAccepted(
  tx: Tx,
  mail: { id: string; attempts: number },
  {
    code,
    reply,
    again,
    refused,
    blank,
  }: { code: string; reply: string | null; again: Date | null; refused: boolean; blank: boolean },
): Promise<void> {
  await tx
    .update(mails)
    .set({
      attempts: mail.attempts + 1,
      lastError: code,
      serverReply: reply,
      ...(again
        ? { status: "retrying", nextAttemptAt: again }
        : { status: refused ? "rejected" : "failed", ...(blank ? BLANK : {}) }),
    })
    .where(eq(mails.id, mail.id));
}

/** What stands where a one-time link stood. */
export const BLANK = { text: "—", html: "—" };

/** The letter has only now left: a one-time link that waited for a mail server gets its whole life. */
export async function startLinkLife(tx: Tx, linkId: string, expiresAt: Date): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ expiresAt })
    .where(and(eq(oneTimeLinks.id, linkId), isNull(oneTimeLinks.usedAt)));
}

/** Puts the hash of the token that stands in the letter into its row; false for a link that was spent or is gone. */
export async function armLink(tx: Tx, linkId: string, armed: { tokenHash: string; expiresAt: Date }): Promise<boolean> {
  const rows = await tx
    .update(oneTimeLinks)
    .set(armed)
    .where(and(eq(oneTimeLinks.id, linkId), isNull(oneTimeLinks.usedAt)))
    .returning({ id: oneTimeLinks.id });
  return rows.length > 0;
}
