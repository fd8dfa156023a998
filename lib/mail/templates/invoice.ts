import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { type Counted, counted, type Fact, type MailBody, type MailWords, numbered } from "../body.ts";

export type InvoiceData = {
  path: string;
  number: string;
  issuedOn: Day;
  total: Kopecks;
  payUntil: Counted;
  /** As it is to be copied into the payment order (3.4). */
  purpose: string;
  recipient: { name: string; iban: string; bank: string; bic: string };
};
export type PartPaidData = InvoiceData & { amount: Kopecks; rest: Kopecks };
export type DifferenceData = InvoiceData & { replaces: string; carried: Kopecks; rest: Kopecks; reason: string | null };
export type ReturnData = { path: string; number: string; issuedOn: Day; amount: Kopecks; reason: string | null };
export type ClosedInvoiceData = { path: string; number: string; issuedOn: Day; until: Day; reason: string | null };
export type OrderData = { path: string; portals: string[]; reason: string | null };

/** 3.1, 3.2: everything for a payment order stands in the letter itself, the paper is attached. */
export const invoiceIssued = (t: MailWords, data: InvoiceData): MailBody => ({
  subject: t("customer.invoiceIssued.subject", { number: data.number, total: formatMoney(data.total) }),
  paragraphs: [t("customer.invoiceIssued.text")],
  facts: invoiceFacts(t, data),
  action: { label: t("customer.invoiceIssued.action"), path: data.path },
});

/** The invoice and everything of a payment order. */
export const invoiceFacts = (t: MailWords, data: InvoiceData): Fact[] => [
  [t("facts.invoice"), numbered(t, data.number, data.issuedOn)],
  [t("facts.sum"), formatMoney(data.total)],
  ...payment(t, data),
];

/** 1.10: a part of the sum concludes nothing. */
export const paymentPart = (t: MailWords, data: PartPaidData): MailBody => ({
  subject: t("customer.paymentPart.subject", { number: data.number }),
  paragraphs: [t("customer.paymentPart.text")],
  facts: [
    [t("facts.invoice"), numbered(t, data.number, data.issuedOn)],
    [t("facts.sum"), t("sums.part", { amount: formatMoney(data.amount), total: formatMoney(data.total) })],
    [t("facts.rest"), formatMoney(data.rest)],
    ...payment(t, data),
  ],
  action: { label: t("customer.paymentPart.action"), path: data.path },
});

/** 3.4, last sentence. */
export const paymentDiscretion = (t: MailWords, data: PartPaidData & { reason: string | null }): MailBody => ({
  subject: t("customer.paymentDiscretion.subject", { number: data.number }),
  paragraphs: [t("customer.paymentDiscretion.text")],
  facts: [
    [t("facts.invoice"), numbered(t, data.number, data.issuedOn)],
    [t("facts.sum"), t("sums.part", { amount: formatMoney(data.amount), total: formatMoney(data.total) })],
    ...reasonOf(t, data.reason),
  ],
  action: { label: t("customer.paymentDiscretion.action"), path: data.path },
});

/** A courtesy after 3.4: the purpose named no invoice, so here is how the next one is written; nothing is asked for. */
export const purposeHint = (t: MailWords, data: PartPaidData): MailBody => ({
  subject: t("customer.purposeHint.subject", { number: data.number }),
  paragraphs: [t("customer.purposeHint.text"), t("customer.purposeHint.next")],
  facts: [
    [t("facts.purpose"), data.purpose],
    [t("facts.invoice"), numbered(t, data.number, data.issuedOn)],
    [t("facts.sum"), t("sums.part", { amount: formatMoney(data.amount), total: formatMoney(data.total) })],
  ],
  action: { label: t("customer.purposeHint.action"), path: data.path },
});

/** 3.2, 3.4: the money came too late or was too little, so the order has a new invoice with what was paid set against it. */
export const differenceAsked = (t: MailWords, data: DifferenceData): MailBody => ({
  subject: t("customer.differenceAsked.subject", { number: data.number, rest: formatMoney(data.rest) }),
  paragraphs: [t("customer.differenceAsked.text", { replaces: data.replaces })],
  facts: [
    [t("facts.invoice"), numbered(t, data.number, data.issuedOn)],
    [t("facts.sum"), formatMoney(data.total)],
    [t("facts.carried"), formatMoney(data.carried)],
    [t("facts.rest"), formatMoney(data.rest)],
    ...reasonOf(t, data.reason),
    ...payment(t, data),
  ],
  action: { label: t("customer.differenceAsked.action"), path: data.path },
});

/** 3.4: the rest of a payment is to go back, or after all is not. */
export const paymentReturn =
  (decision: "paymentToReturn" | "paymentKept") =>
  (t: MailWords, data: ReturnData): MailBody => ({
    subject: t(`customer.${decision}.subject`, { sum: formatMoney(data.amount) }),
    paragraphs: [t(`customer.${decision}.text`)],
    facts: [
      [t("facts.invoice"), numbered(t, data.number, data.issuedOn)],
      [t("facts.sum"), formatMoney(data.amount)],
      ...reasonOf(t, data.reason),
    ],
    action: { label: t(`customer.${decision}.action`), path: data.path },
  });

/** 3.4: money that was set against the invoice by mistake is the payment's again. */
export const paymentReleased = (t: MailWords, data: PartPaidData & { reason: string | null }): MailBody => ({
  subject: t("customer.paymentReleased.subject", { number: data.number }),
  paragraphs: [t("customer.paymentReleased.text")],
  facts: [
    [t("facts.invoice"), numbered(t, data.number, data.issuedOn)],
    [t("facts.sum"), formatMoney(data.amount)],
    [t("facts.rest"), formatMoney(data.rest)],
    ...reasonOf(t, data.reason),
  ],
  action: { label: t("customer.paymentReleased.action"), path: data.path },
});

export const invoiceExpired = (t: MailWords, data: ClosedInvoiceData): MailBody => ({
  subject: t("customer.invoiceExpired.subject", { number: data.number }),
  paragraphs: [t("customer.invoiceExpired.text", { date: formatDay(data.until) })],
  facts: [[t("facts.invoice"), numbered(t, data.number, data.issuedOn)]],
  action: { label: t("customer.invoiceExpired.action"), path: data.path },
});

export const invoiceCancelled = (t: MailWords, data: ClosedInvoiceData): MailBody => ({
  subject: t("customer.invoiceCancelled.subject", { number: data.number }),
  paragraphs: [t("customer.invoiceCancelled.text")],
  facts: [[t("facts.invoice"), numbered(t, data.number, data.issuedOn)], ...reasonOf(t, data.reason)],
  action: { label: t("customer.invoiceCancelled.action"), path: data.path },
});

export const orderCancelled =
  (side: "customer" | "staff") =>
  (t: MailWords, data: OrderData): MailBody => ({
    subject: t(`${side}.orderCancelled.subject`),
    paragraphs: [t(`${side}.orderCancelled.text`)],
    facts: [...portalsOf(t, data.portals), ...reasonOf(t, data.reason)],
    action: { label: t(`${side}.orderCancelled.action`), path: data.path },
  });

/** 1.10: an order that a person of the house wrote down for the customer; the invoice comes in a letter of its own. */
export const orderPlaced = (t: MailWords, data: OrderData): MailBody => ({
  subject: t("customer.orderPlaced.subject"),
  paragraphs: [t("customer.orderPlaced.text")],
  facts: portalsOf(t, data.portals),
  action: { label: t("customer.orderPlaced.action"), path: data.path },
});

const payment = (t: MailWords, { payUntil, recipient, purpose }: InvoiceData): Fact[] => [
  [t("facts.payUntil"), t("documents.payUntil", counted(payUntil))],
  [t("facts.recipient"), recipient.name],
  [t("facts.account"), formatIban(recipient.iban)],
  [t("facts.bank"), `${recipient.bank}, BIC ${recipient.bic}`],
  [t("facts.purpose"), purpose],
];

export const reasonOf = (t: MailWords, reason: string | null): Fact[] => (reason ? [[t("facts.reason"), reason]] : []);
export const portalsOf = (t: MailWords, portals: string[]): Fact[] =>
  portals.map((portal) => [t("facts.portal"), portal]);
