import { type Calendar, dayKind } from "#/lib/calendar/calendar.ts";
import type { Counted } from "#/lib/calendar/count.ts";
import { addDays, addMonths, type Day, latest } from "#/lib/calendar/day.ts";
import { type Deadline, deadline, type TermRule } from "#/lib/calendar/explain.ts";
import type { Contract, Given } from "./contract.ts";

/** Clause 5.1's own list, gathered. */
export const FORCE_MAJEURE_KINDS = [
  "disaster",
  "epidemic",
  "war",
  "unrest",
  "strike",
  "act-of-state",
  "other",
] as const;
export type ForceMajeureKind = (typeof FORCE_MAJEURE_KINDS)[number];

/** A circumstance as declared. Both days inclusive; while `to` is open it lasts to the day expected, and to today at least. */
export type ForceMajeureCase = {
  id: string;
  kind: ForceMajeureKind;
  from: Day;
  to: Day | null;
  expectedTo: Day;
  declaredBy: "seller" | "customer";
  declaredOn: Day;
  /** 5.3: told more than ten calendar days after the beginning. Shown, never refused. */
  late: boolean;
};

/** How much of a term one case took: `days` in the term's own unit, the first and the last of them. */
export type Shift = { caseId: string; from: Day; to: Day; days: number };

export const lastDayOf = (one: ForceMajeureCase, today: Day): Day => one.to ?? latest(one.expectedTo, today);

/** 5.1: circumstances that came after the contract was concluded; in an order of their own, whatever order they came in. */
export const affecting = (cases: readonly ForceMajeureCase[], acceptedOn: Day | null): ForceMajeureCase[] =>
  cases
    .filter(({ from }) => acceptedOn !== null && from >= acceptedOn)
    .sort((a, b) => (a.from + a.id < b.from + b.id ? -1 : 1));

/**
 * Clause 5.2: a term is put off by the time of the circumstance. Days of the term's own unit that fall into a case do not use
 * the term up, so it is as much longer as there are of them; days of two cases at once count once. No term ends inside a case,
 * also where a day off has moved its end there.
 */
export function shiftedDeadline(
  cases: readonly ForceMajeureCase[],
  { calendar, today }: Pick<Given, "calendar" | "today">,
  rule: TermRule,
  start: Day,
): Deadline & { shifts: Shift[] } {
  const caseOf = (day: Day) => cases.find((one) => one.from <= day && day <= lastDayOf(one, today));
  for (let length = rule.length; ; ) {
    const { due, explanation } = deadline(calendar, { ...rule, length }, start);
    const { counted } = explanation;
    const free = counted.counted.filter((day) => !caseOf(day));
    const missing = rule.length - free.length;
    // A term in months has no days of its own to put off.
    if (rule.unit === "months" || (missing <= 0 && !caseOf(due))) {
      const past = new Set(free.slice(rule.length));
      const shifts = shiftsOf(counted.counted.filter(caseOf), caseOf);
      return {
        due,
        explanation: { ...explanation, length: rule.length, counted: without(counted, past, calendar) },
        shifts,
      };
    }
    length += Math.max(1, missing);
  }
}

/** Days off after a whole term, which its end moved over on the way to a day outside every case: passed over, not counted. */
function without(counted: Counted, past: ReadonlySet<Day>, calendar: Calendar): Counted {
  const passed = [...past].flatMap((date) => {
    const { reason } = dayKind(calendar, date);
    return reason && !counted.skipped.some((one) => one.date === date) ? [{ date, reason }] : [];
  });
  return {
    ...counted,
    counted: counted.counted.filter((day) => !past.has(day)),
    skipped: [...counted.skipped, ...passed].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

function shiftsOf(taken: readonly Day[], caseOf: (day: Day) => ForceMajeureCase | undefined): Shift[] {
  const shifts: Shift[] = [];
  for (const day of taken) {
    const { id } = caseOf(day)!;
    const known = shifts.find(({ caseId }) => caseId === id);
    if (known) Object.assign(known, { to: day, days: known.days + 1 });
    else shifts.push({ caseId: id, from: day, to: day, days: 1 });
  }
  return shifts;
}

/** 5.4: the first day after more than `months` months; months count from the day after the beginning. */
export const withdrawalFrom = ({ from }: Pick<ForceMajeureCase, "from">, months: number): Day =>
  addDays(addMonths(from, months), 1);

/** The case that lets either side withdraw today (5.4): it has lasted long enough and still lasts. */
export function withdrawalCase(contract: Contract, today: Day): ForceMajeureCase | null {
  const months = contract.bindings.forceMajeureMonths;
  const lasting = affecting(contract.forceMajeure, contract.acceptedOn).find(
    (one) => withdrawalFrom(one, months) <= today && (one.to === null || one.to >= today),
  );
  return lasting ?? null;
}
