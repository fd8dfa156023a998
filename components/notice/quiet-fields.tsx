import { Checkbox } from "#/components/form/choice.tsx";
import { Select } from "#/components/form/text-input.tsx";
import { DEFAULT_HOURS, type QuietHours } from "#/lib/mail/choices.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** When no letter that can wait should come: the hours of the night, and days off. */
export function QuietFields({ locale, hours }: { locale: Locale; hours: QuietHours }) {
  const t = translator(locale, "notices");
  return (
    <>
      <Checkbox optional name="quiet" label={t("settings.quietOn")} defaultChecked={hours.from !== null} />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <Hour name="from" label={t("settings.from")} minute={hours.from ?? DEFAULT_HOURS.from} />
        <Hour name="to" label={t("settings.to")} minute={hours.to ?? DEFAULT_HOURS.to} />
      </div>
      <Checkbox
        optional
        name="daysOff"
        label={t("settings.daysOff")}
        hint={t("settings.daysOffHint")}
        defaultChecked={hours.daysOff}
      />
    </>
  );
}

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => clock(index * 30));

/** A list and not a time field: that one shows twelve hours to whoever has an English browser. */
function Hour({ name, label, minute }: { name: string; label: string; minute: number | null }) {
  const now = clock(minute ?? 0);
  return (
    <Select name={name} label={label} width="short" defaultValue={now}>
      {[...new Set([...HALF_HOURS, now])].sort().map((hour) => (
        <option key={hour} value={hour}>
          {hour}
        </option>
      ))}
    </Select>
  );
}

/** 1260 → "21:00" */
function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
