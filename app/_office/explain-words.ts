import type { DayReason } from "#/lib/calendar/calendar.ts";
import type { Explanation } from "#/lib/calendar/explain.ts";
import { formatDay, formatDayShort } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";

/** Why a day is not what its place in the week says, in words. */
export function reasonWords(reason: DayReason): string {
  const t = translator("ru", "calendar");
  if (reason.code === "holiday") return t(`holiday.${reason.name}`);
  return reason.code === "weekend" ? t("weekend") : t(reason.code, { resolution: reason.resolution });
}

/** The arithmetic of one date for programs: the rule, its clause, the days counted, the days skipped with the reason of each. */
export function explainJson({ rule, clause, start, unit, length, counted }: Explanation) {
  const skipped = counted.skipped.map(({ date, reason }) => ({ date, reason: reasonWords(reason) }));
  return { rule, clause, start, unit, length, counted: counted.counted, skipped, provisional: counted.provisional };
}

/** The same for people: two or three short lines under the date. */
export function explainLines({ clause, start, counted }: Explanation): string[] {
  const named = counted.skipped.filter(({ reason }) => reason.code !== "weekend");
  return [
    `  п. ${clause}, счёт со дня после ${formatDay(start)}`,
    ...(counted.counted.length > 0 ? [`  посчитаны: ${counted.counted.map(formatDayShort).join(", ")}`] : []),
    ...named.map(({ date, reason }) => `  пропущен ${formatDay(date)}: ${reasonWords(reason)}`),
    ...(counted.provisional ? [`  ${translator("ru", "common")("explain.provisional")}`] : []),
  ];
}
