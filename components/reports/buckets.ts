import { type Locale, translator } from "#/lib/messages/messages.ts";

/** Names of buckets of days by their upper bounds; the last one is open. */
export function bucketNames(locale: Locale, bounds: readonly number[]): string[] {
  const t = translator(locale, "books");
  return [
    ...bounds.map((days) => (days === 0 ? t("reports.analysis.sameDay") : t("reports.analysis.upTo", { days }))),
    t("reports.analysis.over", { days: bounds.at(-1) ?? 0 }),
  ];
}
