import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ClockName } from "#/lib/contract/clocks.ts";
import type { Fact, MailBody, MailWords } from "../body.ts";
import { portalsOf } from "./invoice.ts";

export type MovedDeadline = { clock: ClockName; clause: string; from: Day; to: Day };
/** What was entered into the calendar of working days; a withdrawn transfer is told by its reason. */
export type MovedBy =
  | { kind: "transfer"; off: Day; worked: Day; resolution: string }
  | { kind: "confirm-year"; year: number; resolution: string }
  | { kind: "withdraw" };
export type DeadlinesData = {
  path: string;
  number: string;
  portals: string[];
  moved: MovedDeadline[];
  by: MovedBy;
  reason: string | null;
};

/** An edit of the calendar moved terms of this contract: each with its old day, its new day and its clause, and why. */
export const deadlinesMoved = (
  t: MailWords,
  { path, number, portals, moved, by, reason }: DeadlinesData,
): MailBody => ({
  subject: t("customer.deadlinesMoved.subject", { number }),
  paragraphs: [t("customer.deadlinesMoved.text")],
  facts: [
    ...portalsOf(t, portals),
    ...moved.map(
      ({ clock, clause, from, to }): Fact => [
        t(`clocks.${clock}`),
        t("documents.movedTo", { from: formatDay(from), to: formatDay(to), clause }),
      ],
    ),
    ...whyOf(t, by, reason),
  ],
  action: { label: t("customer.deadlinesMoved.action"), path },
});

function whyOf(t: MailWords, by: MovedBy, reason: string | null): Fact[] {
  if (by.kind === "transfer") {
    const days = { off: formatDay(by.off), worked: formatDay(by.worked), resolution: by.resolution };
    return [[t("facts.reason"), t("documents.transfer", days)]];
  }
  if (by.kind === "confirm-year")
    return [[t("facts.reason"), t("documents.yearConfirmed", { year: String(by.year), resolution: by.resolution })]];
  return reason ? [[t("facts.reason"), t("documents.transferWithdrawn", { reason })]] : [];
}
