import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Counted, counted, type Fact, type MailBody, type MailWords, numbered } from "../body.ts";
import { reasonOf } from "./invoice.ts";

export type ActData = { path: string; number: string; issuedOn: Day; customer: string };
export type ActToSendData = ActData & { actDue: Counted };
export type ActSentData = ActData & {
  channel: "edi" | "post";
  sentOn: Day;
  carrierId: string;
  /** Calendar days of the answer (3.6, 3.7): counted from a receipt that has not happened yet. */
  answerDays: number;
  deemed: Counted;
  clause: "3.6" | "3.7";
};
export type ActReceivedData = ActData & { receivedOn: Day; answer: Counted; deemed: Counted; clause: "3.6" | "3.7" };
export type ActDeemedData = ActData & { deemedOn: Day };
export type ActRefusedData = ActData & { refusedOn: Day; reason: string | null };

type Side = "customer" | "staff";

/** 3.6, 3.7: how it went, and both clocks: the answer from receipt, the silence from sending (3.8). */
export const actSent = (t: MailWords, data: ActSentData): MailBody => ({
  subject: t("customer.actSent.subject", { number: data.number }),
  paragraphs: [t(`customer.actSent.${data.channel}`)],
  facts: [
    ...actOf(t, data),
    [t("facts.sent"), t(`documents.${data.channel}`, { date: formatDay(data.sentOn), id: data.carrierId })],
    [t("facts.answer"), t("documents.answerFromReceipt", { days: data.answerDays, clause: data.clause })],
    [t("facts.silence"), t("documents.silence", counted(data.deemed))],
  ],
  action: { label: t("customer.actSent.action"), path: data.path },
});

export const actReceived = (t: MailWords, data: ActReceivedData): MailBody => ({
  subject: t("customer.actReceived.subject", { number: data.number }),
  paragraphs: [t("customer.actReceived.text")],
  facts: [
    ...actOf(t, data),
    [t("facts.received"), t("documents.received", { date: formatDay(data.receivedOn) })],
    [t("facts.answer"), t("documents.answer", { ...counted(data.answer), clause: data.clause })],
    [t("facts.silence"), t("documents.silence", counted(data.deemed))],
  ],
  action: { label: t("customer.actReceived.action"), path: data.path },
});

export const actSigned =
  (side: Side) =>
  (t: MailWords, data: ActData): MailBody => ({
    subject: t(`${side}.actSigned.subject`, { number: data.number }),
    paragraphs: [t(`${side}.actSigned.text`)],
    facts: [...customerOf(t, side, data), ...actOf(t, data)],
    action: { label: t(`${side}.actSigned.action`), path: data.path },
  });

export const actRefused =
  (side: Side) =>
  (t: MailWords, data: ActRefusedData): MailBody => ({
    subject: t(`${side}.actRefused.subject`, { number: data.number }),
    paragraphs: [t(`${side}.actRefused.text`)],
    facts: [
      ...customerOf(t, side, data),
      ...actOf(t, data),
      [t("facts.refused"), formatDay(data.refusedOn)],
      ...reasonOf(t, data.reason),
    ],
    action: { label: t(`${side}.actRefused.action`), path: data.path },
  });

/** A corrected act has a number of its own and replaces the refused one. */
export const actCorrected = (t: MailWords, data: ActData & { replaces: string; reason: string | null }): MailBody => ({
  subject: t("customer.actCorrected.subject", { number: data.number, replaces: data.replaces }),
  paragraphs: [t("customer.actCorrected.text")],
  facts: [...actOf(t, data), ...reasonOf(t, data.reason)],
  action: { label: t("customer.actCorrected.action"), path: data.path },
});

/** 3.8: silence. */
export const actDeemed =
  (side: Side) =>
  (t: MailWords, data: ActDeemedData): MailBody => ({
    subject: t(`${side}.actDeemed.subject`, { number: data.number }),
    paragraphs: [t(`${side}.actDeemed.text`, { date: formatDay(data.deemedOn) })],
    facts: [...customerOf(t, side, data), ...actOf(t, data)],
    action: { label: t(`${side}.actDeemed.action`), path: data.path },
  });

/** To the accountant: 3.5 gives the sending a term of its own. */
export const actToSend = (t: MailWords, data: ActToSendData): MailBody => ({
  subject: t("staff.actIssued.subject", { number: data.number, date: formatDay(data.actDue.date) }),
  paragraphs: [t("staff.actIssued.text")],
  facts: [
    ...customerOf(t, "staff", data),
    ...actOf(t, data),
    [t("facts.actDue"), t("documents.actDue", counted(data.actDue))],
  ],
  action: { label: t("staff.actIssued.action"), path: data.path },
});

const actOf = (t: MailWords, { number, issuedOn }: ActData): Fact[] => [
  [t("facts.act"), numbered(t, number, issuedOn)],
];
const customerOf = (t: MailWords, side: Side, { customer }: ActData): Fact[] =>
  side === "staff" ? [[t("facts.customer"), customer]] : [];
