import { declareForceMajeureAction } from "#/app/_actions/force-majeure/declare.ts";
import { endForceMajeureAction } from "#/app/_actions/force-majeure/end.ts";
import { UploadInput } from "#/components/act/upload-input.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Select, Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { FORCE_MAJEURE_KINDS } from "#/lib/contract/force-majeure.ts";
import { mayBeDeclared } from "#/lib/contract/steps/force-majeure.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; contract: Contract; given: Given };

/** 5.3 from the customer's side: tells of a circumstance, and of the end of its own. */
export function ForceMajeureActions({ locale, contract, given }: Props) {
  const t = translator(locale, "cabinet");
  const words = translator(locale, "contract");
  const close = translator(locale, "common")("dialog.close");
  const own = contract.forceMajeure.filter(({ declaredBy, to }) => declaredBy === "customer" && to === null);
  const today = formatDay(given.today);
  return (
    <>
      {mayBeDeclared(contract) && (
        <Dialog
          open={t("actions.declare-force-majeure.open")}
          title={t("actions.declare-force-majeure.title")}
          close={close}
          look="quiet"
        >
          <StepForm
            action={declareForceMajeureAction}
            hidden={{ contractId: contract.id, version: contract.version }}
            label={t("actions.declare-force-majeure.title")}
            draftKey={`declare-force-majeure:${contract.id}`}
          >
            <p className="max-w-measure">{t("actions.declare-force-majeure.text")}</p>
            <Select name="kind" label={t("actions.fm.kind")}>
              {FORCE_MAJEURE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {words(`forceMajeure.kind.${kind}`)}
                </option>
              ))}
            </Select>
            <DateInput name="from" label={t("actions.fm.from")} hint={t("actions.dateHint")} defaultValue={today} />
            <DateInput name="expectedTo" label={t("actions.fm.expectedTo")} hint={t("actions.dateHint")} />
            <Textarea name="description" label={t("actions.fm.description")} rows={4} />
            <UploadInput
              kind="force-majeure"
              contractId={contract.id}
              name="fileId"
              optional
              label={t("actions.fm.file")}
              hint={t("actions.refusalFileHint")}
            />
            <SubmitButton>{t("actions.declare-force-majeure.submit")}</SubmitButton>
          </StepForm>
        </Dialog>
      )}
      {own.map(({ id }) => (
        <Dialog
          key={id}
          open={t("actions.end-force-majeure.open")}
          title={t("actions.end-force-majeure.title")}
          close={close}
          look="secondary"
        >
          <StepForm action={endForceMajeureAction} hidden={{ caseId: id }} label={t("actions.end-force-majeure.title")}>
            <p className="max-w-measure">{t("actions.end-force-majeure.text")}</p>
            <DateInput
              name="endedOn"
              label={t("actions.fm.endedOn")}
              hint={t("actions.dateHint")}
              defaultValue={today}
            />
            <Textarea name="reason" label={t("actions.fm.reason")} rows={3} />
            <SubmitButton>{t("actions.end-force-majeure.submit")}</SubmitButton>
          </StepForm>
        </Dialog>
      ))}
    </>
  );
}
