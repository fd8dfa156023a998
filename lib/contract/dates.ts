import type { Calendar } from "#/lib/calendar/calendar.ts";
import { addWorkingDays, type Counted } from "#/lib/calendar/count.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Explanation, explain } from "#/lib/calendar/explain.ts";
import { lastSafePaymentDay } from "#/lib/calendar/last-safe-payment.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import { paidPeriod } from "./period.ts";
import type { Settings } from "./settings.ts";

/** A date of a contract that is thought through from its payment; `chosen` was given, not counted. */
export type ThoughtDate = { date: Day; explanation: Explanation; chosen: boolean };

export const CONTRACT_DATES = [
  "activationDue",
  "actDue",
  "actSentOn",
  "deemedOn",
  "contractEnd",
  "lastSafePaymentDay",
] as const;
export type ContractDate = (typeof CONTRACT_DATES)[number];
export type ContractDates = Record<ContractDate, ThoughtDate>;

export type Course = {
  /** The day of payment is the acceptance (3.2, 6.1). */
  paidOn: Day;
  months: number;
  /** Left out: the worst case, the last day that the contract allows. */
  activatedOn?: Day;
  actSentOn?: Day;
};

/**
 * Every date of a contract that is paid on a day, each with how it was counted. By default both sides use all of their time:
 * access and act come on their last days, and the act meets silence.
 */
export function contractDates(
  calendar: Calendar,
  settings: Pick<Settings, "periodStart">,
  bindings: EditionBindings,
  { paidOn, months, ...course }: Course,
): ContractDates {
  const term = (code: string, clause: string, length: number, from: Day) =>
    explain(calendar, { code, clause, unit: "working-days", length }, from);
  const access = term("activation", "3.5", bindings.activationWorkingDays, paidOn);
  const sending = term("act-sending", "3.5", bindings.actWorkingDays, paidOn);
  const activatedOn = course.activatedOn ?? access.counted.date;
  const sentOn = course.actSentOn ?? sending.counted.date;
  const silence = term("deemed-acceptance", "3.8", bindings.deemedWorkingDays, sentOn);

  const byAccess = settings.periodStart === "activation";
  const start = byAccess ? activatedOn : paidOn;
  const period = paidPeriod(start, months, null);
  const leansOnAccess = byAccess && !course.activatedOn && access.counted.provisional;
  const end: Explanation = {
    rule: byAccess ? "contract-end-by-access" : "contract-end-by-payment",
    clause: "6.1",
    unit: "months",
    length: months,
    start,
    counted: { from: start, date: period.to, counted: [], skipped: [], provisional: leansOnAccess },
  };
  const safe = lastSafePayment(calendar, period.to, bindings.activationWorkingDays);
  const leansOnSending = !course.actSentOn && sending.counted.provisional;
  return {
    activationDue: counted(access),
    actDue: counted(sending),
    actSentOn: { ...counted(sending), date: sentOn, chosen: course.actSentOn !== undefined },
    deemedOn: counted(leaning(silence, leansOnSending)),
    contractEnd: counted(end),
    lastSafePaymentDay: { date: safe.start, explanation: leaning(safe, leansOnAccess), chosen: false },
  };
}

/** The last safe payment day of a period, explained the way round that proves it: from it the seller's whole term still fits (3.5). */
export function lastSafePayment(calendar: Calendar, periodEnd: Day, length: number): Explanation {
  const start = lastSafePaymentDay(calendar, periodEnd, length);
  const counted: Counted = addWorkingDays(calendar, start, length);
  return { rule: "last-safe-payment", clause: "3.5", unit: "working-days", length, start, counted };
}

const counted = (explanation: Explanation): ThoughtDate => ({
  date: explanation.counted.date,
  explanation,
  chosen: false,
});

/** A count from a provisional day is provisional itself. */
const leaning = (explanation: Explanation, provisional: boolean): Explanation =>
  provisional && !explanation.counted.provisional
    ? { ...explanation, counted: { ...explanation.counted, provisional } }
    : explanation;
