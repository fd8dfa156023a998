import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { MoneyOutcome } from "#/lib/contract/contract.ts";
import type { Fact, MailBody, MailWords } from "../body.ts";
import { portalsOf, reasonOf } from "./invoice.ts";

type AboutContract = { path: string; number: string; portals: string[]; customer: string; reason: string | null };
export type ActivationRefusedData = AboutContract;
export type TerminatedData = AboutContract & { terminatedOn: Day };
export type MoneySettledData = AboutContract & { outcome: MoneyOutcome };
export type AssignmentRefusedData = AboutContract;

type Side = "customer" | "staff";

/** 4.4.2: the seller gives no access; the customer may end the contract. */
export const activationRefused =
  (side: Side) =>
  (t: MailWords, data: ActivationRefusedData): MailBody => ({
    subject: t(`${side}.activationRefused.subject`, { number: data.number }),
    paragraphs: [t(`${side}.activationRefused.text`)],
    facts: [...about(t, data, side, "4.4.2"), ...reasonOf(t, data.reason)],
    action: { label: t(`${side}.activationRefused.action`), path: data.path },
  });

/** 4.4.2: ended for the seller's fault, the money question is open. */
export const terminatedByFault =
  (side: Side) =>
  (t: MailWords, data: TerminatedData): MailBody => ({
    subject: t(`${side}.terminatedFault.subject`, { number: data.number }),
    paragraphs: [t(`${side}.terminatedFault.text`)],
    facts: [...ended(t, data, side, "4.4.2"), ...reasonOf(t, data.reason)],
    action: { label: t(`${side}.terminatedFault.action`), path: data.path },
  });

/** 6.10: given up by the customer; nothing is recalculated or refunded. */
export const terminatedEarly =
  (side: Side) =>
  (t: MailWords, data: TerminatedData): MailBody => ({
    subject: t(`${side}.terminatedEarly.subject`, { number: data.number }),
    paragraphs: [t(`${side}.terminatedEarly.text`)],
    facts: ended(t, data, side, "6.10"),
    action: { label: t(`${side}.terminatedEarly.action`), path: data.path },
  });

/** 5.4: ended for a circumstance that lasted over six months. */
export const withdrawn =
  (side: Side) =>
  (t: MailWords, data: TerminatedData): MailBody => ({
    subject: t(`${side}.withdrawn.subject`, { number: data.number }),
    paragraphs: [t(`${side}.withdrawn.text`)],
    facts: ended(t, data, side, "5.4"),
    action: { label: t(`${side}.withdrawn.action`), path: data.path },
  });

/** The lawyer's answer after 4.4.2. */
export const moneySettled = (t: MailWords, data: MoneySettledData): MailBody => ({
  subject: t("customer.moneySettled.subject", { number: data.number }),
  paragraphs: [t("customer.moneySettled.text")],
  facts: [
    ...about(t, data, "customer", "4.4.2"),
    [t("facts.decision"), t(`documents.${data.outcome}`)],
    ...reasonOf(t, data.reason),
  ],
  action: { label: t("customer.moneySettled.action"), path: data.path },
});

/** 6.3: asked for and refused, both on record. */
export const assignmentRefused = (t: MailWords, data: AssignmentRefusedData): MailBody => ({
  subject: t("customer.assignmentRefused.subject", { number: data.number }),
  paragraphs: [t("customer.assignmentRefused.text")],
  facts: about(t, data, "customer", "6.3"),
  action: { label: t("customer.assignmentRefused.action"), path: data.path },
});

const about = (t: MailWords, { portals, customer }: AboutContract, side: Side, clause: string): Fact[] => [
  ...(side === "staff" ? [[t("facts.customer"), customer] as Fact] : []),
  ...portalsOf(t, portals),
  [t("facts.clause"), t("documents.clause", { clause })],
];

const ended = (t: MailWords, data: TerminatedData, side: Side, clause: string): Fact[] => [
  ...about(t, data, side, clause),
  [t("facts.terminated"), formatDay(data.terminatedOn)],
];
