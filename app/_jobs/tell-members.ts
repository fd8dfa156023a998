import "server-only";

import { currentCalendar } from "#/app/_time/calendar.ts";
import type { Tx } from "#/db/client.ts";
import { membersToTell } from "#/db/queries/recipients.ts";
import { insertNotice } from "#/db/writes/notices.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { MailBody, Noted } from "#/lib/mail/body.ts";
import { cellOf, sending } from "#/lib/mail/choices.ts";
import type { Kind } from "#/lib/mail/kinds.ts";
import { mailBody } from "#/lib/mail/render.ts";
import type { MailData, Template } from "#/lib/mail/templates.ts";
import { type Locale, localeOr } from "#/lib/messages/locales.ts";
import { writeMail } from "./write-mail.ts";

type Telling = {
  tx: Tx;
  now: Date;
  seller: SellerRequisites;
  /** With the member's key it makes a notice and a letter that are written once. */
  dedupe: string;
  partyId: string;
  contractId: string | null;
  attachments: { fileId: string; name: string }[];
};

type Said<T extends Template> = MailData<T> & Noted;

/**
 * Tells a party's people of one thing, each as they chose: a line in the cabinet, a letter at once, a letter when their quiet time is
 * over, or neither. The choices of the moment count; a letter that waits already is not called back.
 */
export async function tellMembers<T extends Template>(
  telling: Telling,
  kind: Kind,
  template: T,
  /** A function where the words themselves hang on the reader's language. */
  data: Said<T> | ((locale: Locale) => Said<T>),
): Promise<void> {
  const { tx, now, partyId, contractId } = telling;
  const calendar = await currentCalendar(tx);
  for (const member of await membersToTell(tx, partyId)) {
    const { key, locale, role, choices } = member;
    const dedupe = `${telling.dedupe}:${key}`;
    const said = typeof data === "function" ? data(localeOr(locale)) : data;
    if (cellOf(kind, "cabinet", role, choices).on) {
      const words = noticeWords(mailBody(template, localeOr(locale), said));
      await insertNotice(tx, { userId: key, partyId, contractId, kind, ...words, dedupeKey: dedupe, createdAt: now });
    }
    const letter = sending(kind, role, choices, { now, calendar });
    if (letter.send === "never") continue;
    const quietUntil = letter.send === "at" ? letter.at : null;
    await writeMail({ ...telling, dedupe, quietUntil }, template, member, said);
  }
}

const MOST_FACTS = 4;

/** The letter in a few lines: its first facts, which carry the days and their clauses, and where it leads. */
function noticeWords({ subject, paragraphs, facts, action }: MailBody) {
  const lines = facts.length > 0 ? facts.slice(0, MOST_FACTS).map(([name, value]) => `${name}: ${value}`) : paragraphs;
  return { title: subject, text: lines.join("\n"), path: action.path };
}
