import { Checkbox } from "#/components/form/choice.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { DEFAULT_HOURS, type QuietHours } from "#/lib/mail/choices.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** When no letter that can wait should come: the hours of the night, and days off. */
export function QuietFields({ locale, hours }: { locale: Locale; hours: QuietHours }) {
  const t = translator(locale, "notices");
  const field = { type: "time", width: "short", optional: false } as const;
  return (
    <>
      <Checkbox optional name="quiet" label={t("settings.quietOn")} defaultChecked={hours.from !== null} />
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <TextInput
          {...field}
          name="from"
          label={t("settings.from")}
          defaultValue={clock(hours.from ?? DEFAULT_HOURS.from)}
        />
        <TextInput {...field} name="to" label={t("settings.to")} defaultValue={clock(hours.to ?? DEFAULT_HOURS.to)} />
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

/** 1260 → "21:00", as a time field has it. */
const clock = (minute: number | null): string => {
  const at = minute ?? 0;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
};
