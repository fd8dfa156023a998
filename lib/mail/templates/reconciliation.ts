import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { type MailBody, type MailWords, numbered } from "../body.ts";

export type ReconciliationData = {
  path: string;
  number: string;
  issuedOn: Day;
  customer: string;
  from: Day;
  to: Day;
  /** What stands on the last day; above zero the seller owes. */
  closing: Kopecks;
};

type Key<Side extends "customer" | "staff"> = Side extends "customer"
  ? "reconciliationDrawn" | "reconciliationAnswered" | "reconciliationAgreed"
  : "reconciliationDisputed" | "reconciliationAgreed";

const factsOf = (t: MailWords, { number, issuedOn, from, to, closing }: ReconciliationData): MailBody["facts"] => [
  [t("facts.reconciliation"), numbered(t, number, issuedOn)],
  [t("facts.period"), t("documents.days", { from: formatDay(from), to: formatDay(to) })],
  [t("facts.closing"), formatMoney(closing)],
];

export const toCustomer =
  (key: Key<"customer">) =>
  (t: MailWords, data: ReconciliationData): MailBody => ({
    subject: t(`customer.${key}.subject`, { number: data.number }),
    paragraphs: [t(`customer.${key}.text`)],
    facts: factsOf(t, data),
    action: { label: t(`customer.${key}.action`), path: data.path },
  });

export const toStaff =
  (key: Key<"staff">) =>
  (t: MailWords, data: ReconciliationData): MailBody => ({
    subject: t(`staff.${key}.subject`, { number: data.number }),
    paragraphs: [t(`staff.${key}.text`)],
    facts: [[t("facts.customer"), data.customer], ...factsOf(t, data)],
    action: { label: t(`staff.${key}.action`), path: data.path },
  });

type PackData = {
  path: string;
  from: Day;
  to: Day;
  papers: number;
  missing: number;
  closing: Kopecks;
  attached: boolean;
};

/** The pack of a month: attached while it is small, otherwise by its place in the cabinet. */
export const monthPack = (t: MailWords, data: PackData): MailBody => ({
  subject: t("customer.monthPack.subject", { month: `${data.from.slice(5, 7)}.${data.from.slice(0, 4)}` }),
  paragraphs: [t(data.attached ? "customer.monthPack.attached" : "customer.monthPack.linked")],
  facts: [
    [t("facts.period"), t("documents.days", { from: formatDay(data.from), to: formatDay(data.to) })],
    [t("facts.papers"), String(data.papers)],
    [t("facts.unsigned"), String(data.missing)],
    [t("facts.closing"), formatMoney(data.closing)],
  ],
  action: { label: t("customer.monthPack.action"), path: data.path },
});
