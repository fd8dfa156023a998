import { declareForceMajeureAction } from "#/app/_actions/force-majeure/declare.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Select, Textarea } from "#/components/form/text-input.tsx";
import { OnBehalfFields } from "#/components/staff/on-behalf-fields.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { FORCE_MAJEURE_KINDS } from "#/lib/contract/force-majeure.ts";
import { BEHALF_EVENTS } from "#/lib/contract/on-behalf.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; contract: Contract; given: Given };

/** 5.3: the customer told the house of a circumstance by telephone or on paper; staff write it down for this contract. */
export function CustomersCircumstance({ locale, contract, given }: Props) {
  const t = translator(locale, "staff");
  const words = translator(locale, "contract");
  const title = t("forceMajeure.declareFor");
  return (
    <Dialog open={title} title={title} close={translator(locale, "common")("dialog.close")} look="quiet">
      <StepForm
        action={declareForceMajeureAction}
        hidden={{ contractId: contract.id, version: contract.version }}
        label={title}
        draftKey={`declare-force-majeure-for:${contract.id}`}
      >
        <p className="text-muted text-sm">{t("forceMajeure.declareForText")}</p>
        <Select name="kind" label={t("forceMajeure.kind")}>
          {FORCE_MAJEURE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words(`forceMajeure.kind.${kind}`)}
            </option>
          ))}
        </Select>
        <DateInput name="from" label={t("forceMajeure.from")} defaultValue={formatDay(given.today)} />
        <DateInput name="expectedTo" label={t("forceMajeure.expectedTo")} />
        <Textarea name="description" label={t("forceMajeure.description")} rows={3} />
        <OnBehalfFields locale={locale} ways={BEHALF_EVENTS["force-majeure-declared"]} contractId={contract.id} />
        <SubmitButton>{title}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
