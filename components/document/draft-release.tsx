import { DateInput } from "#/components/form/text-input.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { earliestInForce } from "#/lib/editions/draft.ts";
import type { EditionKind } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  kind: EditionKind;
  today: Day;
  /** Calendar days from publication to force, and the edition before it. */
  lead: number;
  before: { inForceFrom: Day } | null;
};

/** The two days of a release, and which one the clauses allow at the earliest (6.2), in words. */
export function DraftRelease({ locale, kind, today, lead, before }: Props) {
  const t = translator(locale, "editions");
  const days = { publish: formatDay(today), force: formatDay(earliestInForce(today, lead)), count: lead };
  const rule = before === null ? "first" : kind === "offer" ? "offer" : "setting";
  return (
    <>
      <p className="text-sm">
        {t(`release.${rule}`, days)} {before && t("release.before", { date: formatDay(before.inForceFrom) })}
      </p>
      <DateInput
        name="publishOn"
        label={t("release.publishOn")}
        hint={t("release.publishHint")}
        defaultValue={formatDay(today)}
      />
      <DateInput name="inForceFrom" label={t("release.inForceFrom")} hint={t("release.inForceHint")} optional />
    </>
  );
}
