import { useId } from "react";

import type { DayReason } from "#/lib/calendar/calendar.ts";
import type { Counted } from "#/lib/calendar/count.ts";
import { dateOf } from "#/lib/calendar/day.ts";
import { formatDay, formatDayShort } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { Icon } from "./icon.tsx";
import { weeksOf } from "./weeks.ts";

export type ClauseRef = { number: string; href: string };

const reasonOf = (reason: DayReason, locale: Locale): string => {
  const t = translator(locale, "calendar");
  if (reason.code === "holiday") return t(`holiday.${reason.name}`);
  return reason.code === "weekend" ? t("weekend") : t(reason.code, { resolution: reason.resolution });
};

/** The «?» and what it opens: the rule, the days counted, the days skipped with the reason of each. Works without JS. */
export function Explanation(props: { locale: Locale; counted: Counted; rule: string; clause?: ClauseRef }) {
  const { locale, counted, rule, clause } = props;
  const t = translator(locale, "common");
  const id = useId();
  const days = counted.skipped.filter(({ reason }) => reason.code !== "weekend");
  const weekends = counted.skipped.filter(({ reason }) => reason.code === "weekend");
  return (
    <>
      <button
        type="button"
        className="why"
        popoverTarget={id}
        aria-label={t("explain.open", { date: formatDay(counted.date) })}
      >
        ?
      </button>
      <div id={id} popover="auto" className="sheet" role="dialog" aria-label={t("explain.title")}>
        <header>
          {t("explain.title")}
          <button type="button" popoverTarget={id} popoverTargetAction="hide" aria-label={t("explain.close")}>
            <Icon name="x" />
          </button>
        </header>
        <p>{rule}</p>
        {clause && (
          <p>
            <a className="link" href={clause.href}>
              {t("explain.clause", { clause: clause.number })}
            </a>
          </p>
        )}
        <Weeks counted={counted} locale={locale} />
        <dl className="pairs">
          <div className="sr-only">
            <dt>{t("explain.counted")}</dt>
            <dd>{counted.counted.map(formatDay).join(", ")}</dd>
          </div>
          {weekends.length > 0 && (
            <div>
              <dt>{t("explain.weekend")}</dt>
              <dd className="num whitespace-normal!">{weekends.map(({ date }) => formatDayShort(date)).join(", ")}</dd>
            </div>
          )}
          {days.map(({ date, reason }) => (
            <div key={date}>
              <dt className="num">{formatDay(date)}</dt>
              <dd>{reasonOf(reason, locale)}</dd>
            </div>
          ))}
        </dl>
        {counted.provisional && <p className="tone-needs">{t("explain.provisional")}</p>}
      </div>
    </>
  );
}

/** The same count as a wall calendar; those who do not see it have the lists below. */
function Weeks({ counted, locale }: { counted: Counted; locale: Locale }) {
  const t = translator(locale, "common");
  return (
    <table className="days" aria-hidden="true">
      <thead>
        <tr>
          {t("explain.weekdays")
            .split(" ")
            .map((name) => (
              <th key={name}>{name}</th>
            ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(counted).map((week) => (
          <tr key={week[0]?.day}>
            {week.map(({ day, kind, ordinal, due }) => (
              <td key={day} className={due ? `${kind} due` : kind}>
                {dateOf(day)}
                {ordinal && <small>{ordinal}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
