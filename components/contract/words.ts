import type { ClauseRef } from "#/components/ui/explanation.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Clock } from "#/lib/contract/clocks.ts";
import { type Contract, type ContractEvent, currentInvoice } from "#/lib/contract/contract.ts";
import type { Side } from "#/lib/contract/machine.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** Codes of `timelineOf`; a test walks every life and finds no other. */
export const TIMELINE_CODES = [
  "order",
  "invoice",
  "invoice-expired",
  "invoice-cancelled",
  "cancelled",
  "pay",
  "paid",
  "concluded",
  "activate",
  "activated",
  "act-to-come",
  "answer-to-come",
  "act-issued",
  "act-to-send",
  "act-sent",
  "act-received",
  "act-refused",
  "act-signed",
  "act-deemed",
  "act-signed-late",
  "answer",
  "activation-refused",
  "period",
  "ended",
  "terminated-early",
  "terminated-by-fault",
  "withdrawn",
  "force-majeure",
  "force-majeure-ended",
  "money-open",
  "money-settled",
  "assignment-refused",
  "edition-open",
  "edition-refused",
  "edition-silent",
] as const;
export type TimelineCode = (typeof TIMELINE_CODES)[number];

/** «Заказ» until acceptance, «Договор» after it (6.1); the invoice's number is its name. */
export function titleOf(contract: Pick<Contract, "invoices" | "acceptedOn" | "placedAt">, locale: Locale): string {
  const t = translator(locale, "contract");
  const invoice = currentInvoice(contract as Contract);
  if (!invoice) return t("title.order", { date: formatDay(dayInMinsk(contract.placedAt)) });
  return t(contract.acceptedOn ? "title.contract" : "title.ordered", { number: invoice.number });
}

/** «15-й рабочий день после оплаты 16.04.2026», and what force majeure put it off by (5.2). */
export function ruleOf(
  { name, explanation, shifts }: Pick<Clock, "name" | "explanation" | "shifts">,
  locale: Locale,
): string {
  const t = translator(locale, "contract");
  const rule = t(`clock.${name}`, { length: explanation.length, start: formatDay(explanation.start) });
  return shifts.reduce(
    (said, { days, from, to }) => t("clockShift", { rule: said, days, from: formatDay(from), to: formatDay(to) }),
    rule,
  );
}

/** A clause of the offer; pages say which edition their contract lives under. */
export const clauseRef = (number: string, offerHref: string): ClauseRef => ({
  number,
  href: `${offerHref}#${number}`,
});

/** The public page of the edition in force; a contract under another edition passes its own address. */
export const OFFER_HREF = "/documents/license-bitrix24-market";

/** A step by its event: «Акт отправлен». */
export const stepName = (step: ContractEvent["step"], locale: Locale): string =>
  translator(locale, "contract")(`step.${step}`);

/** «пользователь, продавец по слову пользователя» */
export const sidesText = (sides: readonly Side[], locale: Locale): string =>
  sides.map((side) => translator(locale, "why")(`side.${side}`)).join(", ");
