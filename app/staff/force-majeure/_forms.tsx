import { declareForContractsAction } from "#/app/_actions/force-majeure/declare-for-contracts.ts";
import { endForceMajeureAction } from "#/app/_actions/force-majeure/end.ts";
import { RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Select, Textarea } from "#/components/form/text-input.tsx";
import { OnBehalfFields } from "#/components/staff/on-behalf-fields.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { UploadField } from "#/components/staff/upload-field.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { FORCE_MAJEURE_KINDS } from "#/lib/contract/force-majeure.ts";
import { BEHALF_EVENTS } from "#/lib/contract/on-behalf.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** 5.3: the seller's notice, for all contracts or for some. */
export function DeclareForm({ locale, today }: { locale: Locale; today: string }) {
  const t = translator(locale, "staff");
  const words = translator(locale, "contract");
  return (
    <Dialog
      open={t("forceMajeure.declare")}
      title={t("forceMajeure.declare")}
      close={translator(locale, "common")("dialog.close")}
      look="primary"
    >
      <StepForm
        action={declareForContractsAction}
        hidden={{}}
        label={t("forceMajeure.declare")}
        draftKey="declare-force-majeure"
      >
        <p className="text-muted text-sm">{t("forceMajeure.declareText")}</p>
        <Select name="kind" label={t("forceMajeure.kind")}>
          {FORCE_MAJEURE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words(`forceMajeure.kind.${kind}`)}
            </option>
          ))}
        </Select>
        <DateInput name="from" label={t("forceMajeure.from")} defaultValue={today} />
        <DateInput name="expectedTo" label={t("forceMajeure.expectedTo")} />
        <Textarea name="description" label={t("forceMajeure.description")} rows={4} />
        <RadioGroup
          name="scope"
          label={t("forceMajeure.scope")}
          choices={(["all", "listed"] as const).map((value) => ({ value, title: t(`forceMajeure.${value}`) }))}
        />
        <Textarea
          name="contracts"
          optional
          label={t("forceMajeure.contracts")}
          hint={t("forceMajeure.contractsHint")}
          rows={3}
        />
        <UploadField
          kind="force-majeure"
          name="fileId"
          optional
          label={t("forceMajeure.file")}
          hint={t("actForm.refusalFileHint")}
        />
        <SubmitButton>{t("forceMajeure.declare")}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}

/** The end of a case: the seller's own, or a customer's on its word. */
export function EndForm(props: { locale: Locale; today: string; caseId: string; customers?: boolean }) {
  const { locale, today, caseId, customers } = props;
  const t = translator(locale, "staff");
  return (
    <Dialog
      open={t("forceMajeure.end")}
      title={t("forceMajeure.end")}
      close={translator(locale, "common")("dialog.close")}
      look="secondary"
    >
      <StepForm action={endForceMajeureAction} hidden={{ caseId }} label={t("forceMajeure.end")}>
        <p className="text-muted text-sm">{t("forceMajeure.endText")}</p>
        <DateInput name="endedOn" label={t("forceMajeure.endedOn")} defaultValue={today} />
        <Textarea name="reason" label={t("reasonLabel")} rows={3} />
        {customers && <OnBehalfFields locale={locale} ways={BEHALF_EVENTS["force-majeure-declared"]} />}
        <SubmitButton>{t("forceMajeure.end")}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
