import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { PaperLanguage as Language } from "#/lib/requisites/paper-language.ts";

type Props = {
  locale: Locale;
  party: { id: string; version: number; paperLanguage: Language };
  /** Null for a role that may not. */
  action: Action<unknown> | null;
  /** The house says why it chooses for a customer. */
  withReason?: boolean;
};

/** In which of the two languages of law 57-З art. 10 the invoices and acts of a party are written. */
export function PaperLanguage({ locale, party, action, withReason = false }: Props) {
  const t = translator(locale, "papers");
  const { id, version, paperLanguage } = party;
  const other = paperLanguage === "ru" ? "be" : "ru";
  return (
    <>
      <p>{t(`language.now.${paperLanguage}`)}</p>
      <p className="mb-3 max-w-measure text-muted text-sm">{t("language.rule")}</p>
      {action && (
        <Dialog
          open={t(`language.to.${other}`)}
          title={t(`language.to.${other}`)}
          close={translator(locale, "common")("dialog.close")}
          small
        >
          <p className="mb-3 max-w-measure">{t("language.effect")}</p>
          <StepForm
            action={action}
            hidden={{ partyId: id, version, language: other }}
            label={t(`language.to.${other}`)}
          >
            {withReason && (
              <Textarea name="reason" label={t("language.reason")} hint={t("language.reasonHint")} rows={2} />
            )}
            <SubmitButton>{t(`language.to.${other}`)}</SubmitButton>
          </StepForm>
        </Dialog>
      )}
    </>
  );
}
