import type { DayKind } from "#/lib/calendar/calendar.ts";
import { dateOf } from "#/lib/calendar/day.ts";
import { formatDayShort } from "#/lib/calendar/format.ts";
import type { CalendarYear, YearDay, YearMonth } from "#/lib/calendar/year.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Shape = "working" | "weekend" | "holiday" | "off" | "worked";

const shapeOf = ({ reason }: DayKind): Shape => {
  if (reason === null) return "working";
  if (reason.code === "transferred-off") return "off";
  if (reason.code === "transferred-working") return "worked";
  return reason.code;
};

/** Twelve months; what is special about a day is a shape in the grid and a line of words under it. */
export function YearView({ locale, year }: { locale: Locale; year: CalendarYear }) {
  return (
    <>
      <Legend locale={locale} />
      <div className="year">
        {year.months.map((month) => (
          <Month key={month.month} locale={locale} month={month} />
        ))}
      </div>
    </>
  );
}

function Month({ locale, month }: { locale: Locale; month: YearMonth }) {
  const t = translator(locale, "dates");
  const name = t("months").split(" ")[month.month - 1];
  const heads = translator(locale, "common")("explain.weekdays").split(" ");
  return (
    <section className="month" aria-label={name}>
      <h3>{name}</h3>
      <p className="text-muted text-sm">{t("workingDays", { count: month.working })}</p>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week.find((one) => one)?.day}>
              {week.map((one, weekday) => (
                <td key={heads[weekday]}>{one && <Cell locale={locale} one={one} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {month.special.map(({ day, kind }) => (
          <li key={day}>
            <span className="num">{formatDayShort(day)}</span> {wordsOf(kind, locale)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cell({ locale, one: { day, kind } }: { locale: Locale; one: YearDay }) {
  const shape = shapeOf(kind);
  return (
    <span className={`day-mark ${shape}`}>
      {dateOf(day)}
      {shape !== "working" && <span className="sr-only"> {translator(locale, "dates")(`kind.${shape}`)}</span>}
    </span>
  );
}

function Legend({ locale }: { locale: Locale }) {
  const t = translator(locale, "dates");
  return (
    <ul className="legend" aria-label={t("legend")}>
      {(["working", "weekend", "holiday", "off", "worked"] as const).map((shape) => (
        <li key={shape}>
          <span className={`day-mark ${shape}`} aria-hidden="true">
            7
          </span>
          {t(`kind.${shape}`)}
        </li>
      ))}
    </ul>
  );
}

function wordsOf({ reason }: DayKind, locale: Locale): string {
  const t = translator(locale, "calendar");
  if (reason === null) return "";
  if (reason.code === "holiday") return t(`holiday.${reason.name}`);
  return reason.code === "weekend" ? t("weekend") : t(reason.code, { resolution: reason.resolution });
}
