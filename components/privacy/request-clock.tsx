import { Deadline } from "#/components/ui/deadline.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import { type Day, daysBetween } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { erasureDeadline } from "#/lib/privacy/request.ts";

type Props = { locale: Locale; calendar: Calendar; today: Day; askedOn: Day };

/** The fifteen days of a request as both sides see them: the last day with its arithmetic and its law, and how much is left. */
export function RequestClock({ locale, calendar, today, askedOn }: Props) {
  const t = translator(locale, "privacy");
  const { due, explanation } = erasureDeadline(calendar, askedOn);
  const late = today > due;
  const count = late ? daysBetween(due, today) : daysBetween(today, due);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Deadline locale={locale} counted={explanation.counted} rule={t("clock.rule")} />
      <Status tone={late ? "late" : count === 0 ? "needs" : "running"}>
        {late ? t("clock.late", { count }) : count === 0 ? t("clock.today") : t("clock.left", { count })}
      </Status>
    </span>
  );
}
