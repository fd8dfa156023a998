import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { type Counted, counted, type Fact, type MailBody, type MailWords, numbered } from "../body.ts";
import { portalsOf, reasonOf } from "./invoice.ts";

export type ConcludedData = {
  path: string;
  number: string;
  issuedOn: Day;
  acceptedOn: Day;
  access: Counted;
  actDue: Counted;
  portals: string[];
  customer: string;
  /** What was paid over the sum: it stays the customer's. */
  balance?: bigint;
};
export type ActiveData = { path: string; portal: string; from: Day; to: Day };
export type RequisitesData = { path: string; validFrom: Day };
export type CorrectedData = ActiveData & {
  was: { from: Day; to: Day };
  replacesAct: string | null;
  reason: string | null;
};
export type EndedData = { path: string; number: string; lastDay: Day; portals: string[] };
export type EndsSoonData = EndedData & { days: number; safePayment: Counted };

/** 6.1: acceptance, and the two clocks of the seller (3.5) that it started. */
export const concluded =
  (side: "customer" | "staff") =>
  (t: MailWords, data: ConcludedData): MailBody => ({
    subject: t(`${side}.concluded.subject`, { number: data.number, date: formatDay(data.access.date) }),
    paragraphs: [t(`${side}.concluded.text`)],
    facts: [
      ...(side === "staff" ? [[t("facts.customer"), data.customer] as [string, string]] : []),
      [t("facts.invoice"), numbered(t, data.number, data.issuedOn)],
      [t("facts.accepted"), t("documents.accepted", { date: formatDay(data.acceptedOn) })],
      [t("facts.access"), t("documents.access", counted(data.access))],
      [t("facts.actDue"), t("documents.actDue", counted(data.actDue))],
      ...(data.balance ? [[t("facts.balance"), t("sums.balance", { sum: formatMoney(data.balance) })] as Fact] : []),
      ...portalsOf(t, data.portals),
    ],
    action: { label: t(`${side}.concluded.action`), path: data.path },
  });

/** 3.5: the access of one portal. */
export const accessActive = (t: MailWords, data: ActiveData): MailBody => ({
  subject: t("customer.accessActive.subject", { date: formatDay(data.to) }),
  paragraphs: [t("customer.accessActive.text")],
  facts: [
    [t("facts.portal"), data.portal],
    [t("facts.period"), t("documents.period", { from: formatDay(data.from), to: formatDay(data.to) })],
  ],
  action: { label: t("customer.accessActive.action"), path: data.path },
});

/** 7.1: a change of requisites that a person of the house wrote down for the customer. */
export const requisitesEntered = (t: MailWords, data: RequisitesData): MailBody => ({
  subject: t("customer.requisitesEntered.subject", { date: formatDay(data.validFrom) }),
  paragraphs: [t("customer.requisitesEntered.text")],
  facts: [[t("facts.validFrom"), formatDay(data.validFrom)]],
  action: { label: t("customer.requisitesEntered.action"), path: data.path },
});

/** 3.5: what was entered wrongly of an activation, and the act that gave way. */
export const activationCorrected = (t: MailWords, data: CorrectedData): MailBody => ({
  subject: t("customer.activationCorrected.subject", { date: formatDay(data.to) }),
  paragraphs: [
    t("customer.activationCorrected.text"),
    ...(data.replacesAct ? [t("customer.activationCorrected.act", { number: data.replacesAct })] : []),
  ],
  facts: [
    [t("facts.portal"), data.portal],
    [t("facts.wasPeriod"), t("documents.period", { from: formatDay(data.was.from), to: formatDay(data.was.to) })],
    [t("facts.period"), t("documents.period", { from: formatDay(data.from), to: formatDay(data.to) })],
    ...reasonOf(t, data.reason),
  ],
  action: { label: t("customer.activationCorrected.action"), path: data.path },
});

/** 6.1: the last paid day is over. */
export const ended =
  (side: "customer" | "staff") =>
  (t: MailWords, data: EndedData): MailBody => ({
    subject: t(`${side}.ended.subject`, { number: data.number, date: formatDay(data.lastDay) }),
    paragraphs: [t(`${side}.ended.text`)],
    facts: [
      ...portalsOf(t, data.portals),
      [t("facts.lastDay"), t("documents.lastDay", { date: formatDay(data.lastDay) })],
    ],
    action: { label: t(`${side}.ended.action`), path: data.path },
  });

/** 6.1: ahead of the end, with the last day on which a payment still leaves the seller its whole term. */
export const subscriptionEnds = (t: MailWords, data: EndsSoonData): MailBody => ({
  subject: t("customer.subscriptionEnds.subject", { date: formatDay(data.lastDay), days: data.days }),
  paragraphs: [t("customer.subscriptionEnds.text")],
  facts: [
    ...portalsOf(t, data.portals),
    [t("facts.lastDay"), t("documents.lastDay", { date: formatDay(data.lastDay) })],
    [t("facts.safePayment"), t("documents.safePayment", counted(data.safePayment))],
  ],
  action: { label: t("customer.subscriptionEnds.action"), path: data.path },
});
