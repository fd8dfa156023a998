import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { type Counted, counted, type Fact, type MailBody, type MailWords } from "../body.ts";
import { type InvoiceData, invoiceFacts, reasonOf } from "./invoice.ts";

type Published = {
  path: string;
  title: string;
  number: number;
  publishedOn: Day;
  inForceFrom: Day;
  /** What changed, one sentence in the reader's language; null for the first edition. */
  changes: string | null;
  /** The page with every changed clause; null for the first edition. */
  diffPath: string | null;
};
export type EditionPublishedData = Published & {
  /** The last day of the window where the party has contracts that it may refuse the edition for. */
  refuseUntil: Counted | null;
  /** The party has an invoice that is not paid. */
  toPay: boolean;
};
export type DocumentPublishedData = Published;
type Refused = { path: string; number: number; invoice: string; customer: string };
export type EditionRefusedData = Refused & { refusedOn: Day; reason: string | null };
export type RefusalAnsweredData = Refused & { reason: string | null };
export type AccountReplacedData = InvoiceData & { replaces: string; from: string; reason: string | null };

/** 6.2: a new edition of the offer, what changed, until when it may be refused, and what silence and payment mean. */
export const editionPublished = (t: MailWords, data: EditionPublishedData): MailBody => {
  const { number, refuseUntil, toPay } = data;
  return {
    subject: refuseUntil
      ? t("customer.editionPublished.subject", { number, until: formatDay(refuseUntil.date) })
      : t("customer.editionPublished.subjectOrder", { number }),
    paragraphs: [
      t("customer.editionPublished.text", { number, date: formatDay(data.publishedOn) }),
      ...(refuseUntil ? [t("customer.editionPublished.refuse", { until: formatDay(refuseUntil.date) })] : []),
      ...(toPay ? [t("customer.editionPublished.pay", { number, date: formatDay(data.publishedOn) })] : []),
    ],
    facts: [
      ...facts(t, data),
      ...(refuseUntil ? [[t("facts.refuseUntil"), t("documents.refuseUntil", counted(refuseUntil))] as Fact] : []),
      [t("facts.clause"), t("documents.clause", { clause: "6.2" })],
    ],
    action: { label: t("customer.editionPublished.action"), path: data.path },
  };
};

/** Another document of the seller has a new edition. */
export const documentPublished = (t: MailWords, data: DocumentPublishedData): MailBody => ({
  subject: t("customer.documentPublished.subject", { date: formatDay(data.inForceFrom) }),
  paragraphs: [t("customer.documentPublished.text", { date: formatDay(data.publishedOn) })],
  facts: facts(t, data),
  action: { label: t("customer.documentPublished.action"), path: data.path },
});

/** 6.2: the customer does not agree; the contract goes on as it was. */
export const editionRefused =
  (side: "customer" | "staff") =>
  (t: MailWords, data: EditionRefusedData): MailBody => ({
    subject: t(`${side}.editionRefused.subject`, { number: data.number, invoice: data.invoice }),
    paragraphs: [t(`${side}.editionRefused.text`, { number: data.number })],
    facts: [
      ...(side === "staff" ? [[t("facts.customer"), data.customer] as Fact] : []),
      [t("facts.refused"), formatDay(data.refusedOn)],
      ...reasonOf(t, data.reason),
      [t("facts.clause"), t("documents.clause", { clause: "6.2" })],
    ],
    action: { label: t(`${side}.editionRefused.action`), path: data.path },
  });

/** What the lawyer answered to a refusal. */
export const refusalAnswered = (t: MailWords, data: RefusalAnsweredData): MailBody => ({
  subject: t("customer.refusalAnswered.subject", { number: data.number, invoice: data.invoice }),
  paragraphs: [t("customer.refusalAnswered.text")],
  facts: [
    [t("facts.lawyerAnswer"), data.reason ?? ""],
    [t("facts.clause"), t("documents.clause", { clause: "6.2" })],
  ],
  action: { label: t("customer.refusalAnswered.action"), path: data.path },
});

/** 7.2: the same sum on another account of the seller. */
export const accountReplaced = (t: MailWords, data: AccountReplacedData): MailBody => ({
  subject: t("customer.accountReplaced.subject", { number: data.number, replaces: data.replaces }),
  paragraphs: [t("customer.accountReplaced.text", { replaces: data.replaces })],
  facts: [
    ...invoiceFacts(t, data),
    [t("facts.oldAccount"), formatIban(data.from)],
    ...reasonOf(t, data.reason),
    [t("facts.clause"), t("documents.clause", { clause: "7.2" })],
  ],
  action: { label: t("customer.accountReplaced.action"), path: data.path },
});

const facts = (t: MailWords, { title, number, inForceFrom, changes, diffPath }: Published): Fact[] => [
  [t("facts.document"), t("documents.edition", { title, number })],
  [t("facts.inForce"), formatDay(inForceFrom)],
  ...(changes && diffPath ? [[t("facts.diff"), changes, diffPath] as Fact] : []),
];
