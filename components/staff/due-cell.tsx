import { clauseRef, OFFER_HREF, ruleOf } from "#/components/contract/words.ts";
import { Deadline } from "#/components/ui/deadline.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import { workingDaysBetween } from "#/lib/calendar/count.ts";
import { type Day, daysBetween } from "#/lib/calendar/day.ts";
import type { TermRule } from "#/lib/calendar/explain.ts";
import { type ForceMajeureCase, shiftedDeadline } from "#/lib/contract/force-majeure.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { AgeBar } from "./age-bar.tsx";

export type Term = {
  name: "activation" | "act-sending" | "deemed-acceptance" | "invoice-validity";
  length: number;
  from: Day;
  /** Circumstances that put the term off (5.2). */
  cases?: readonly ForceMajeureCase[];
};

const CLAUSE = {
  activation: "3.5",
  "act-sending": "3.5",
  "deemed-acceptance": "3.8",
  "invoice-validity": "3.2",
} as const;

/** A term of a queue: the last day with its arithmetic, how much is left in words, and the age of it as a bar. */
export function DueCell({
  locale,
  calendar,
  today,
  term,
}: {
  locale: Locale;
  calendar: Calendar;
  today: Day;
  term: Term;
}) {
  const t = translator(locale, "contract");
  const rule: TermRule = { code: term.name, clause: CLAUSE[term.name], unit: "working-days", length: term.length };
  const { due, explanation, shifts } = shiftedDeadline(term.cases ?? [], { calendar, today }, rule, term.from);
  const late = today > due;
  const left = workingDaysBetween(calendar, today, due);
  const words = late
    ? t("left.late", { count: daysBetween(due, today) })
    : left === 0 || today === due
      ? t("left.today")
      : t("left.working", { count: left });
  return (
    <span className="due">
      <Deadline
        locale={locale}
        counted={explanation.counted}
        rule={ruleOf({ name: term.name, explanation, shifts }, locale)}
        clause={clauseRef(rule.clause, OFFER_HREF)}
      />
      <Status tone={late ? "late" : today === due ? "needs" : "running"}>{words}</Status>
      <AgeBar
        gone={workingDaysBetween(calendar, term.from, today)}
        total={explanation.counted.counted.length}
        late={late}
      />
    </span>
  );
}
