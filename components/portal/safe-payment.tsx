import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { DateText } from "#/components/ui/date-text.tsx";
import { Explanation } from "#/components/ui/explanation.tsx";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { lastSafePayment } from "#/lib/contract/dates.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; calendar: Calendar; until: Day; today: Day; length: number };

/** Until which day a payment for the renewal still leaves the seller its whole term (3.5), or that this day is over. */
export function SafePayment({ locale, calendar, until, today, length }: Props) {
  const t = translator(locale, "dates");
  const safe = lastSafePayment(calendar, until, length);
  if (safe.start < today)
    return <div className="text-late text-sm">{t("safe.late", { date: formatDay(safe.start) })}</div>;
  return (
    <div className="text-muted text-sm">
      {t("safe.label")}{" "}
      <span className="whitespace-nowrap">
        <DateText day={safe.start} />
        <Explanation
          locale={locale}
          counted={safe.counted}
          rule={t("rule.last-safe-payment", { length, start: formatDay(safe.start) })}
          clause={clauseRef(safe.clause, OFFER_HREF)}
        />
      </span>
    </div>
  );
}
