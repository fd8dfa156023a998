import { Button } from "#/components/ui/button.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { monthName } from "#/lib/month-pack/names.ts";
import { lastMonth, monthsBefore, monthText } from "#/lib/month-pack/schedule.ts";

const MONTHS = 24;

/** The pack of a month by its name: a plain form, the archive is its answer. */
export function MonthPackForm({ locale, partyId, today }: { locale: Locale; partyId: string; today: Day }) {
  const t = translator(locale, "settlements");
  return (
    <form
      action={`/api/parties/${partyId}/month-pack`}
      method="get"
      className="no-print flex flex-wrap items-end gap-3"
      aria-label={t("pack.title")}
    >
      <div className="field">
        <label htmlFor="pack-month" className="label">
          {t("pack.month")}
        </label>
        <div className="box">
          <select id="pack-month" name="month" defaultValue={monthText(lastMonth(today).from)}>
            {monthsBefore(today, MONTHS).map((month) => (
              <option key={month} value={monthText(month)}>
                {monthName(month)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Button type="submit" look="secondary">
        {t("pack.take")}
      </Button>
    </form>
  );
}
