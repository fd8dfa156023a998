import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import type { CustomerEvent, StaffEvent } from "#/lib/refund/told.ts";
import type { Fact, MailBody, MailWords } from "../body.ts";

type About = { path: string; clause: string; amount: Kopecks; number: string | null; reason: string | null };
export type RefundData = About & { event: CustomerEvent };
export type StaffRefundData = About & { event: StaffEvent; payer: string };

/** 3.4, 4.4.2: where the customer's money is on its way back. */
export const refund = (t: MailWords, data: RefundData): MailBody => ({
  subject: t(`customer.refund.${data.event}.subject`, { sum: formatMoney(data.amount) }),
  paragraphs: [t(`customer.refund.${data.event}.text`)],
  facts: factsOf(t, data),
  action: { label: t("customer.refund.action"), path: data.path },
});

/** The next hand of a refund: what it is asked for. */
export const staffRefund = (t: MailWords, data: StaffRefundData): MailBody => ({
  subject: t(`staff.refund.${data.event}.subject`, { sum: formatMoney(data.amount) }),
  paragraphs: [t(`staff.refund.${data.event}.text`)],
  facts: [[t("facts.customer"), data.payer], ...factsOf(t, data)],
  action: { label: t("staff.refund.action"), path: data.path },
});

const factsOf = (t: MailWords, { clause, amount, number, reason }: About): Fact[] => [
  [t("facts.amount"), formatMoney(amount)],
  ...(number ? [[t("facts.refundNumber"), number] as Fact] : []),
  [t("facts.clause"), t("documents.clause", { clause })],
  ...(reason ? [[t("facts.reason"), reason] as Fact] : []),
];
