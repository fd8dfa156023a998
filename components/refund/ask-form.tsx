import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select, Textarea, TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";

type Money = {
  paymentId: string;
  contractId: string | null;
  creditDate: Day | string;
  documentNumber: string;
  sum: Kopecks;
};
type Props = { locale: Locale; action: Action<unknown>; money: readonly Money[] };

/** 3.4, 4.4.2: which money, on what ground, to which account. The ground of a terminated contract is the seller's fault. */
export function AskForm({ locale, action, money }: Props) {
  const t = translator(locale, "refunds");
  return (
    <StepForm action={action} hidden={{}} label={t("cabinet.ask")} saved={t("cabinet.sent")}>
      <Select name="money" label={t("cabinet.money")} defaultValue="">
        <option value="">{t("cabinet.choose")}</option>
        {money.map(({ paymentId, contractId, creditDate, documentNumber, sum }) => (
          <option key={`${paymentId}${contractId}`} value={contractId ? `${paymentId} ${contractId}` : paymentId}>
            {t(contractId ? "cabinet.optionContract" : "cabinet.option", {
              sum: formatMoney(sum),
              number: documentNumber,
              date: formatDay(asDay(creditDate)),
            })}
          </option>
        ))}
      </Select>
      <Select name="ground" label={t("column.ground")} width="medium">
        {(
          ["overpayment", "mistake", ...(money.some(({ contractId }) => contractId) ? ["fault" as const] : [])] as const
        ).map((ground) => (
          <option key={ground} value={ground}>
            {t(`ground.${ground}`)}
          </option>
        ))}
      </Select>
      <Textarea name="reason" label={t("cabinet.reason")} hint={t("cabinet.reasonHint")} rows={3} />
      <TextInput name="iban" label={t("cabinet.iban")} hint={t("cabinet.ibanHint")} optional />
      <SubmitButton>{t("cabinet.submit")}</SubmitButton>
    </StepForm>
  );
}
