import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select, Textarea, TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";

type Props = { locale: Locale; action: Action<unknown>; paymentId: string; rest: Kopecks };

/** 3.4: the accountant sees that what is left of a payment is not the seller's; a lawyer decides. */
export function RequestRefund({ locale, action, paymentId, rest }: Props) {
  const t = translator(locale, "refunds");
  return (
    <details className="mt-6">
      <summary className="link cursor-pointer">{t("request.title")}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-sm">{t("request.text", { sum: formatMoney(rest) })}</p>
        <StepForm action={action} hidden={{ money: paymentId }} label={t("request.title")}>
          <Select name="ground" label={t("request.ground")} width="medium">
            {(["mistake", "overpayment"] as const).map((ground) => (
              <option key={ground} value={ground}>
                {t(`ground.${ground}`)}
              </option>
            ))}
          </Select>
          <Textarea name="reason" label={t("request.reason")} rows={2} />
          <TextInput name="iban" label={t("request.iban")} hint={t("request.ibanHint")} optional />
          <SubmitButton look="secondary">{t("request.submit")}</SubmitButton>
        </StepForm>
      </div>
    </details>
  );
}
