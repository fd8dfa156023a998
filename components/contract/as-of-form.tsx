import { PlainField } from "#/components/calendar/plain-field.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; from: Day; to: Day; on: Day | null };

/** The day of time travel, by GET: every picture of the past has an address. */
export function AsOfForm({ locale, from, to, on }: Props) {
  const t = translator(locale, "why");
  return (
    <form method="get" className="no-print grid max-w-[30rem] items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <PlainField id="on" label={t("asOf.field")} hint={t("asOf.hint", { from: formatDay(from), to: formatDay(to) })}>
        {(control) => (
          <input
            type="text"
            name="on"
            inputMode="decimal"
            autoComplete="off"
            required
            defaultValue={on ? formatDay(on) : ""}
            {...control}
          />
        )}
      </PlainField>
      <button type="submit" className="btn secondary">
        {t("asOf.show")}
      </button>
    </form>
  );
}
