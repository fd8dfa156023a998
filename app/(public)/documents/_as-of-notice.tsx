import { Notice } from "#/components/ui/notice.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { AsOf } from "../_data/as-of.ts";

type Props = { locale: Locale; asOf: AsOf; today: Day; path: string };

/** That this is another day's picture, or why the day that was asked for could not be shown. */
export function AsOfNotice({ locale, asOf: { asked, wrong }, today, path }: Props) {
  const t = translator(locale, "library");
  if (wrong !== null)
    return (
      <Notice tone="late" title={t("asOf.wrong", { typed: wrong })}>
        {t("asOf.wrongText")}
      </Notice>
    );
  if (!asked) return null;
  const date = formatDay(asked);
  const past = asked < today;
  return (
    <Notice tone="running" title={t(past ? "asOf.was" : "asOf.willBe", { date })}>
      {t(past ? "asOf.wasText" : "asOf.willBeText")}{" "}
      <a className="link" href={path}>
        {t("asOf.today")}
      </a>
    </Notice>
  );
}
