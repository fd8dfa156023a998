import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Way } from "#/lib/contract/machine.ts";
import { type Locale, translator, type Words } from "#/lib/messages/messages.ts";

/** What a letter says, before anybody knows how it looks. `path` is on our own site. */
export type MailBody = {
  subject: string;
  paragraphs: string[];
  facts: Fact[];
  action: { label: string; path: string };
};
/** A value may lead somewhere: `path` is on our own site. */
export type Fact = [name: string, value: string, path?: string];

/** Staff did it on the customer's word: how the word came, what was said, who wrote it down. */
export type BehalfNote = { how: Way; reason: string; by: string };
/** What any letter to a customer may say besides its own. */
export type Noted = { behalf?: BehalfNote | undefined };

/** The customer reads what it is said to have asked for, and how to object. */
export const withBehalf = (t: MailWords, body: MailBody, note: BehalfNote | undefined): MailBody =>
  note
    ? {
        ...body,
        paragraphs: [...body.paragraphs, t("behalf.text", { how: t(`behalf.${note.how}`) })],
        facts: [...body.facts, [t("facts.behalf"), note.reason], [t("facts.recordedBy"), note.by]],
      }
    : body;

/** Whose letter it is: stands under every one of them. */
export type Sender = { shortName: string; unp: string; phone: string; email: string };

export type MailWords = Words<"mail">;
export const mailWords = (locale: Locale): MailWords => translator(locale, "mail");

/** A deadline is never a bare date: it says what it is counted from and by which clause. */
export type Counted = { date: Day; days: number };
export const counted = ({ date, days }: Counted) => ({ date: formatDay(date), days });

export const numbered = (t: MailWords, number: string, issuedOn: Day): string =>
  t("documents.numbered", { number, date: formatDay(issuedOn) });
