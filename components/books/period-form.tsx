import { listHref } from "#/components/staff/query.ts";
import { Link } from "#/components/ui/link.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Period, usualPeriods } from "#/lib/ledger/period.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  action: string;
  period: Period;
  today: Day;
  /** What else the address says and must not be lost. */
  keep?: Record<string, string | undefined>;
};

/** A period as an address: two days sent by GET, and the usual ones as links. On paper the days stand as words. */
export function PeriodForm({ locale, action, period, today, keep = {} }: Props) {
  const t = translator(locale, "books");
  return (
    <>
      <p className="num my-4 hidden print:block">
        {t("period.range", { from: formatDay(period.from), to: formatDay(period.to) })}
      </p>
      <div className="no-print my-4 flex flex-wrap items-end gap-x-6 gap-y-3">
        <form action={action} method="get" className="flex flex-wrap items-end gap-3" aria-label={t("period.label")}>
          {Object.entries(keep).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          {(["from", "to"] as const).map((end) => (
            <div className="field" key={end}>
              <label htmlFor={end} className="label">
                {t(`period.${end}`)}
              </label>
              <div className="box">
                <input id={end} name={end} type="date" defaultValue={period[end]} required />
              </div>
            </div>
          ))}
          <button type="submit" className="btn secondary">
            {t("period.show")}
          </button>
        </form>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-2">
          {usualPeriods(today).map(({ name, period: usual }) => (
            <li key={name}>
              <Link className="link" href={listHref(action, { ...keep, ...usual })}>
                {t(`period.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
