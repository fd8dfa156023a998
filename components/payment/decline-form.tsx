import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; action: Action<unknown>; paymentId: string; invoice: { id: string; number: string } };

/** "Not for that invoice": the program remembers it for this payment, with the reason. */
export function DeclineForm({ locale, action, paymentId, invoice }: Props) {
  const t = translator(locale, "matching");
  return (
    <details data-decline>
      <summary className="link cursor-pointer">{t("decline.open")}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-sm">{t("decline.text")}</p>
        <StepForm action={action} hidden={{ paymentId, invoiceId: invoice.id }} label={t("decline.open")}>
          <Textarea name="reason" label={t("decline.reason")} hint={t("decline.hint")} rows={2} />
          <SubmitButton look="secondary">{t("decline.button", { number: invoice.number })}</SubmitButton>
        </StepForm>
      </div>
    </details>
  );
}
