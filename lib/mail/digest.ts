import type { StaffRole } from "#/lib/access/actor.ts";
import { type Calendar, dayKind } from "#/lib/calendar/calendar.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk, startOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Figure, QUEUE_NAMES, type QueueCounts, queueOf } from "#/lib/contract/queues.ts";

export const DIGEST_GROUPS = ["late", "today", "waits"] as const;
export type DigestGroup = (typeof DIGEST_GROUPS)[number];
export type DigestLine = { group: DigestGroup; figure: Figure; count: number; path: string };

/**
 * The working day whose morning letter is due at `now`: the day of `now` itself from `at` ("08:30", Minsk) to its end, else
 * null. Yesterday's is never due: it would speak of queues as they no longer are.
 */
export function digestDay(calendar: Calendar, now: Date, at: string): Day | null {
  const today = dayInMinsk(now);
  const [hours, minutes] = at.split(":").map(Number) as [number, number];
  const due = startOfDayInMinsk(today).getTime() + (hours * 60 + minutes) * 60_000;
  return dayKind(calendar, today).working && now.getTime() >= due ? today : null;
}

/**
 * What one role is told: its own queues, the director all of them. Late first, then what ends today, then the rest of each
 * queue; the lines of a queue add up to its length. Empty where nothing waits.
 */
export function digestLines(role: StaffRole, counts: QueueCounts): DigestLine[] {
  const lines = QUEUE_NAMES.filter((name) => role === "director" || queueOf(name).role === role).flatMap((name) => {
    const { path, late, today } = queueOf(name);
    const of = (part: { figure: Figure } | undefined) => (part ? counts[part.figure] : 0);
    const rest = counts[name] - of(late) - of(today);
    return [
      ...(late ? [{ group: "late" as const, ...late, count: of(late) }] : []),
      ...(today ? [{ group: "today" as const, ...today, count: of(today) }] : []),
      { group: "waits" as const, figure: name, path, count: rest },
    ];
  });
  return DIGEST_GROUPS.flatMap((group) => lines.filter((line) => line.group === group && line.count > 0));
}
