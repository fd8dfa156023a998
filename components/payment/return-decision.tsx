import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";

type Props = {
  locale: Locale;
  decided: {
    id: string;
    contractId: string;
    version: number;
    number: string;
    party: string;
    amount: Kopecks;
    reason: string;
    decidedAt: Date;
  };
  who: string;
  /** Null for a role that may not take it back. */
  keep: Action<unknown> | null;
};

/** Money that waits to go back: how much, on what ground, decided by whom, and the way back while nothing was sent. */
export function ReturnDecision({ locale, decided, who, keep }: Props) {
  const t = translator(locale, "staff");
  const { id, contractId, version, number, party, amount, reason, decidedAt } = decided;
  return (
    <Notice tone="needs" title={t("late.toReturn", { sum: formatMoney(amount) })}>
      <p>
        <Link className="link" href={`/staff/contracts/${contractId}`}>
          {t("late.ground", { number, party })}
        </Link>
      </p>
      <p>{t("reasonIs", { reason })}</p>
      <p className="text-muted text-sm">
        {t("late.decided", { who })} <MomentText at={decidedAt} />
      </p>
      {keep && (
        <div className="mt-3">
          <Dialog
            open={t("late.keep")}
            title={t("late.keep")}
            close={translator(locale, "common")("dialog.close")}
            small
          >
            <p className="mb-4 text-muted text-sm">{t("late.keepText")}</p>
            <StepForm action={keep} hidden={{ contractId, version, returnId: id }} label={t("late.keep")}>
              <Textarea name="reason" label={t("reasonLabel")} hint={t("late.reasonHint")} rows={2} />
              <SubmitButton>{t("late.keep")}</SubmitButton>
            </StepForm>
          </Dialog>
        </div>
      )}
    </Notice>
  );
}
