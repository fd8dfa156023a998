import { RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { AnsweredLine } from "#/lib/reconciliation/dispute.ts";
import { VERDICTS } from "#/lib/reconciliation/state.ts";
import { DisputedLineNote } from "./disputed-line-note.tsx";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  hidden: { reconciliationId: string; seen: number };
  dispute: readonly AnsweredLine[];
};

/** The seller's word on every disputed line, sent together. */
export function AnswerForm({ locale, action, hidden, dispute }: Props) {
  const t = translator(locale, "reconciliation");
  return (
    <Section title={t("answer.title")}>
      <StepForm action={action} hidden={hidden} label={t("answer.title")}>
        {dispute.map((line, place) => (
          <div key={`${line.at}${line.theirs?.number}${line.remark}`} className="grid max-w-form gap-3">
            <h3 className="font-medium">{lineName(line, place)}</h3>
            <DisputedLineNote locale={locale} line={line} side="staff" />
            <RadioGroup
              name={`answers.${place}.verdict`}
              label={`${t("answer.verdict")}: ${lineName(line, place)}`}
              choices={VERDICTS.map((value) => ({ value, title: t(`answer.${value}`) }))}
            />
            <Textarea name={`answers.${place}.text`} label={`${t("answer.text")}: ${lineName(line, place)}`} rows={2} />
          </div>
        ))}
        <SubmitButton>{t("answer.submit")}</SubmitButton>
      </StepForm>
    </Section>
  );

  function lineName({ at, theirs }: AnsweredLine, place: number): string {
    return at === null ? `${t("answer.own")} № ${theirs?.number ?? place + 1}` : t("answer.line", { at: at + 1 });
  }
}
