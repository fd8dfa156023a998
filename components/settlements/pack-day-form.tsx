import { SavedForm } from "#/components/account/saved-form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select } from "#/components/form/text-input.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { WORKING_DAYS } from "#/lib/month-pack/schedule.ts";

type Props = {
  locale: Locale;
  workingDay: number | null;
  /** Whether the reader is among those whom the letter goes to. */
  mailed: boolean;
  /** Null for a role that may only read. */
  action: Action<null> | null;
};

/** On which working day of the month the party's pack is mailed; off until somebody chooses. */
export function PackDayForm({ locale, workingDay, mailed, action }: Props) {
  const t = translator(locale, "settlements");
  return (
    <Section title={t("packDay.title")}>
      <p className="mb-4 max-w-measure text-muted text-sm">{t("packDay.lead")}</p>
      {workingDay !== null && !mailed && <p className="mb-4 max-w-measure">{t("packDay.notYou")}</p>}
      {action ? (
        <SavedForm action={action} label={t("packDay.title")} saved={t("packDay.saved")}>
          <Select
            name="workingDay"
            label={t("packDay.label")}
            width="medium"
            optional
            defaultValue={String(workingDay ?? "")}
          >
            <option value="">{t("packDay.off")}</option>
            {WORKING_DAYS.map((day) => (
              <option key={day} value={day}>
                {t("packDay.day", { day })}
              </option>
            ))}
          </Select>
          <SubmitButton look="secondary">{t("packDay.save")}</SubmitButton>
        </SavedForm>
      ) : (
        <p>
          {workingDay === null ? t("packDay.off") : t("packDay.day", { day: workingDay })}.{" "}
          <span className="text-muted">{t("packDay.readOnly")}</span>
        </p>
      )}
    </Section>
  );
}
