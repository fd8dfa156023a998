import { RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Textarea } from "#/components/form/text-input.tsx";
import type { Action } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { StepForm } from "./step-form.tsx";
import { UploadField } from "./upload-field.tsx";

type Props = { locale: Locale; contract: Contract; action: Action<unknown> };

/** 3.5: the day, the first paid day or the proof of an activation, as they really were; with several portals, of which. */
export function CorrectionForm({ locale, contract, action }: Props) {
  const t = translator(locale, "staff");
  const lines = contract.lines.flatMap(({ id, portal, activeFrom, activeTo, activatedOn }) =>
    activeFrom && activeTo && activatedOn
      ? [
          {
            id,
            portal,
            now: { from: formatDay(activeFrom), to: formatDay(activeTo), activatedOn: formatDay(activatedOn) },
          },
        ]
      : [],
  );
  const [only, ...others] = lines;
  return (
    <StepForm
      action={action}
      hidden={{ contractId: contract.id, version: contract.version }}
      label={t("step.correct-activation")}
      draftKey={`correct-activation:${contract.id}`}
    >
      {only && others.length === 0 ? (
        <>
          <input type="hidden" name="lineId" value={only.id} />
          <p className="text-sm">
            <span className="break-words font-medium">{only.portal}</span>
            <span className="block text-muted">{t("correction.now", only.now)}</span>
          </p>
        </>
      ) : (
        <RadioGroup
          name="lineId"
          label={t("correction.line")}
          choices={lines.map(({ id, portal, now }) => ({ value: id, title: portal, note: t("correction.now", now) }))}
        />
      )}
      <DateInput
        name="activatedOn"
        label={t("correction.activatedOn")}
        hint={t("correction.activatedHint")}
        defaultValue={others.length === 0 ? only?.now.activatedOn : undefined}
      />
      <DateInput name="startsOn" label={t("correction.startsOn")} hint={t("correction.startsHint")} optional />
      <UploadField
        kind="activation"
        contractId={contract.id}
        name="evidenceFileId"
        label={t("correction.file")}
        hint={t("correction.fileHint")}
        optional
      />
      <Textarea name="reason" label={t("reasonLabel")} hint={t("correction.reasonHint")} rows={3} />
      <SubmitButton>{t("step.correct-activation")}</SubmitButton>
    </StepForm>
  );
}
