import type { Counted } from "#/lib/calendar/count.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { DateText } from "./date-text.tsx";
import { type ClauseRef, Explanation } from "./explanation.tsx";

/** «до 11.05.2026 ?»: a date that can say how it was counted. `rule` is one sentence: «15-й рабочий день после оплаты». */
export function Deadline({
  locale,
  ...explained
}: {
  locale: Locale;
  counted: Counted;
  rule: string;
  clause?: ClauseRef;
}) {
  const [before, after] = translator(locale, "common")("timeline.until", { date: "\u0000" }).split("\u0000");
  return (
    <span className="whitespace-nowrap">
      {before}
      <DateText day={explained.counted.date} />
      {after}
      <Explanation locale={locale} {...explained} />
    </span>
  );
}
