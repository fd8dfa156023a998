import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import { staffRefund } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { REFUND_MOVES, type RefundState } from "#/lib/refund/refund.ts";

type Props = {
  locale: Locale;
  decided: {
    id: string;
    state: RefundState;
    contractId: string | null;
    version: number | null;
    number: string | null;
    party: string | null;
    amount: Kopecks;
    reason: string;
    decidedAt: Date;
  };
  who: string;
  /** Null for a role that may not take it back. */
  keep: Action<unknown> | null;
};

/** Money that goes back: how much, on what ground, asked by whom, where its refund stands, and the way back until it is approved. */
export function ReturnDecision({ locale, decided, who, keep }: Props) {
  const t = translator(locale, "staff");
  const { id, state, contractId, version, number, party, amount, reason, decidedAt } = decided;
  const back = (REFUND_MOVES["withdraw-refund"].from as readonly RefundState[]).includes(state);
  return (
    <Notice tone="needs" title={t("late.toReturn", { sum: formatMoney(amount) })}>
      {contractId && number && (
        <p>
          <Link className="link" href={`/staff/contracts/${contractId}`}>
            {t("late.ground", { number, party: party ?? "" })}
          </Link>
        </p>
      )}
      <p>
        <Link className="link" href={staffRefund(id)}>
          {translator(locale, "refunds")(`state.${state}`)}
        </Link>
      </p>
      <p>{t("reasonIs", { reason })}</p>
      <p className="text-muted text-sm">
        {t("late.decided", { who })} <MomentText at={decidedAt} />
      </p>
      {keep && back && contractId && version !== null && (
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
