import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";

type Common = { locale: Locale; action: Action<unknown>; hidden: Record<string, string | number> };

/** 3.4: a new invoice at today's price with what was paid set against it; what that means is said before the press. */
export function AskDifference(props: Common & { total: Kopecks | undefined; money: Kopecks }) {
  const { locale, action, hidden, total, money } = props;
  const t = translator(locale, "staff");
  const sums = {
    carried: formatMoney(money),
    total: formatMoney(total ?? 0n),
    due: formatMoney((total ?? 0n) - money),
  };
  return (
    <details>
      <summary className="link cursor-pointer">{t("late.ask")}</summary>
      <div className="mt-3 grid gap-3">
        {total === undefined ? (
          <p className="text-muted text-sm">{t("late.askGone")}</p>
        ) : (
          <>
            <p className="text-sm">{t(money < total ? "late.askText" : "late.askEnough", sums)}</p>
            <StepForm action={action} hidden={hidden} label={t("late.ask")}>
              <Textarea name="reason" label={t("reasonLabel")} hint={t("late.reasonHint")} rows={2} />
              <SubmitButton look="secondary">{t("late.ask")}</SubmitButton>
            </StepForm>
          </>
        )}
      </div>
    </details>
  );
}

/** 3.4: what is left of the payment goes back; until it is sent, the decision may be taken back. */
export function ReturnMoney({ locale, action, hidden, rest }: Common & { rest: Kopecks }) {
  const t = translator(locale, "staff");
  return (
    <details>
      <summary className="link cursor-pointer">{t("late.return")}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-sm">{t("late.returnText", { sum: formatMoney(rest) })}</p>
        <StepForm action={action} hidden={hidden} label={t("late.return")}>
          <Textarea name="reason" label={t("reasonLabel")} hint={t("late.reasonHint")} rows={2} />
          <SubmitButton look="danger">{t("late.return")}</SubmitButton>
        </StepForm>
      </div>
    </details>
  );
}
