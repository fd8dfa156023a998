import type { Calendar } from "./calendar.ts";
import { addCalendarDays, addCalendarMonths, addWorkingDays, type Counted, type OnDayOff } from "./count.ts";
import type { Day } from "./day.ts";

/** A term of the contract. `code` names it in messages ("activation"), `clause` is the offer's ("3.5"). */
export type TermRule = { code: string; clause: string; length: number } & (
  | { unit: "working-days" }
  | { unit: "calendar-days" | "months"; dayOff: OnDayOff }
);

/**
 * All that a screen needs to show how a date was counted: `rule` and `clause` say why, `counted` says how. A deadline has
 * no type without one, so none is shown unexplained. Plain data, stored with the deadline.
 */
export type Explanation = {
  rule: string;
  clause: string;
  unit: TermRule["unit"];
  length: number;
  /** The day of the event; counting starts on the next one. */
  start: Day;
  counted: Counted;
};

export type Deadline = { due: Day; explanation: Explanation };

/** Counts a term from the day of its event, and keeps the arithmetic. */
export function explain(calendar: Calendar, rule: TermRule, start: Day): Explanation {
  const { code, clause, unit, length } = rule;
  return { rule: code, clause, unit, length, start, counted: count(calendar, rule, start) };
}

export function deadline(calendar: Calendar, rule: TermRule, start: Day): Deadline {
  const explanation = explain(calendar, rule, start);
  return { due: explanation.counted.date, explanation };
}

function count(calendar: Calendar, rule: TermRule, start: Day): Counted {
  if (rule.unit === "working-days") return addWorkingDays(calendar, start, rule.length);
  const add = rule.unit === "months" ? addCalendarMonths : addCalendarDays;
  return add(calendar, start, rule.length, { dayOff: rule.dayOff });
}
