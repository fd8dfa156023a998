import type { Calendar } from "#/lib/calendar/calendar.ts";
import { nextWorkingDay } from "#/lib/calendar/count.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Explanation, explain } from "#/lib/calendar/explain.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import type { Settings } from "./settings.ts";

export type IfPaidToday = {
  today: Day;
  /** The day that the clocks of 3.5 start from: banks credit nothing on a day off. */
  paidOn: Day;
  invoice: Explanation;
  access: Explanation;
  act: Explanation;
  /** Silence on an act that went out on its last day: 3.8 speaks then at the latest. */
  silence: Explanation;
};

/** Every date of a contract whose invoice is issued and paid today, each with how it was counted. */
export function ifPaidToday(
  calendar: Calendar,
  settings: Pick<Settings, "invoiceValidityWorkingDays" | "acceptanceDay">,
  bindings: EditionBindings,
  today: Day,
): IfPaidToday {
  const term = (code: string, clause: string, length: number, from: Day) =>
    explain(calendar, { code, clause, unit: "working-days", length }, from);
  const paidOn = settings.acceptanceDay === "ordered" ? today : nextWorkingDay(calendar, today);
  const act = term("act-sending", "3.5", bindings.actWorkingDays, paidOn);
  return {
    today,
    paidOn,
    invoice: term("invoice-validity", "3.2", settings.invoiceValidityWorkingDays, today),
    access: term("activation", "3.5", bindings.activationWorkingDays, paidOn),
    act,
    silence: term("deemed-acceptance", "3.8", bindings.deemedWorkingDays, act.counted.date),
  };
}
