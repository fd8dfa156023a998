import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Refusal } from "./refusal-list.tsx";

/** The lawyer says what follows from a refusal; the customer reads it. */
export function AnswerRefusal(props: { locale: Locale; row: Refusal; action: Action<unknown> }) {
  const { locale, row, action } = props;
  const t = translator(locale, "publication");
  const { contractId, version, editionId } = row;
  return (
    <Dialog
      open={t("refusals.answer")}
      title={t("refusals.answer")}
      close={translator(locale, "common")("dialog.close")}
      small
    >
      <StepForm
        action={action}
        hidden={{ contractId, version, editionId }}
        label={t("refusals.answer")}
        draftKey={`answer-refusal:${contractId}:${editionId}`}
      >
        {row.reason && <blockquote className="mb-3 max-w-measure break-words">{row.reason}</blockquote>}
        <Textarea name="reason" label={t("refusals.answerLabel")} hint={t("refusals.answerHint")} rows={4} />
        <SubmitButton>{t("refusals.answer")}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
