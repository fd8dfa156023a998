import type { Day } from "#/lib/calendar/day.ts";
import { formatDay, formatDayLong, formatDayShort } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Locale } from "#/lib/messages/locales.ts";

/** A day: 15.04.2026, short 15.04 where the year is plain, long «15 апреля 2026 г.» with a locale. */
export function DateText({ day, short, long }: { day: Day; short?: boolean; long?: Locale }) {
  const text = long ? formatDayLong(day, long) : short ? formatDayShort(day) : formatDay(day);
  return (
    <time dateTime={day} className="num">
      {text}
    </time>
  );
}

const clock = new Intl.DateTimeFormat("ru-RU", { timeZone: "Europe/Minsk", hour: "2-digit", minute: "2-digit" });

/** A moment, as the clock in Minsk showed it: 15.04.2026 09:41. */
export const momentText = (at: Date): string => `${formatDay(dayInMinsk(at))} ${clock.format(at)}`;

export function MomentText({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="num">
      {momentText(at)}
    </time>
  );
}
