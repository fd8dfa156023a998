import { SubmitButton } from "#/components/form/submit-button.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { UploadField } from "#/components/staff/upload-field.tsx";
import type { ButtonLook } from "#/components/ui/button.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  hidden: { reconciliationId: string; seen: number };
  words: { open: string; title: string; lead?: string; submit: string };
  look?: ButtonLook;
  /** The customer may confirm without its copy and add it later. */
  optional?: boolean;
  /** Whose file it is, where the house uploads it. */
  partyId?: string;
};

/** A press of the button with a signed copy: the confirmation, and a copy that is kept later. */
export function CopyDialog({ locale, action, hidden, words, look = "primary", optional, partyId }: Props) {
  const t = translator(locale, "reconciliation");
  return (
    <Dialog open={words.open} title={words.title} close={translator(locale, "common")("dialog.close")} look={look}>
      <StepForm action={action} hidden={hidden} label={words.title}>
        {words.lead && <p className="max-w-measure">{words.lead}</p>}
        <UploadField
          kind="signed-reconciliation"
          name="fileId"
          label={t(words.lead ? "confirm.file" : "copy.file")}
          hint={optional ? t("confirm.hint") : t("copy.hint")}
          optional={optional}
          partyId={partyId}
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
