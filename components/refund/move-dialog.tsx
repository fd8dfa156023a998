import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  move: "refuse" | "sendBack" | "withdraw";
  action: Action<unknown>;
  hidden: Record<string, string | number>;
};

/** A move that needs nothing but a reason: a button, and a dialog that asks for it. */
export function MoveDialog({ locale, move, action, hidden }: Props) {
  const t = translator(locale, "refunds");
  return (
    <Dialog
      open={t(`${move}.title`)}
      title={t(`${move}.title`)}
      close={translator(locale, "common")("dialog.close")}
      small
    >
      <p className="mb-4 text-muted text-sm">{t(`${move}.text`)}</p>
      <StepForm action={action} hidden={hidden} label={t(`${move}.title`)}>
        <Textarea name="reason" label={t(`${move}.reason`)} rows={3} />
        <SubmitButton look="danger">{t(`${move}.submit`)}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
