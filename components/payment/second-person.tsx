import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";

type Request = {
  id: string;
  amount: Kopecks;
  reason: string;
  state: "waiting" | "confirmed" | "rejected" | "withdrawn";
  askedAt: Date;
  askedBy: string;
  settledAt: Date | null;
  settledBy: string | null;
  settledReason: string | null;
  parts: readonly { contractId: string; invoiceId: string; amount: string; number: string; party: string }[];
};

type Props = {
  locale: Locale;
  request: Request;
  names: ReadonlyMap<string, string>;
  /** Whose answer this reader may give: their own request is only theirs to withdraw, another's to confirm or reject. */
  actions: { confirm: Action<unknown>; reject: Action<unknown> } | { withdraw: Action<unknown> } | null;
};

/** 3.4 above the set sum: what was asked, by whom and why; the answer of a second person, or that it was given. */
export function SecondPerson({ locale, request, names, actions }: Props) {
  const t = translator(locale, "matching");
  const staff = translator(locale, "staff");
  const { id, amount, reason, state, askedAt, askedBy, settledAt, settledBy, settledReason, parts } = request;
  const hidden = { requestId: id };
  return (
    <Notice
      tone={state === "waiting" ? "needs" : "neutral"}
      title={state === "waiting" ? t("second.title", { sum: formatMoney(amount) }) : t("second.done")}
    >
      <ul>
        {parts.map((part) => (
          <li key={part.invoiceId}>
            <Link className="link" href={`/staff/contracts/${part.contractId}`}>
              {t("second.part", { sum: formatMoney(BigInt(part.amount)), number: part.number, party: part.party })}
            </Link>
          </li>
        ))}
      </ul>
      <p>{staff("reasonIs", { reason })}</p>
      <p className="text-muted text-sm">
        {t("second.asked", { who: names.get(askedBy) ?? "" })} <MomentText at={askedAt} />
      </p>
      {state !== "waiting" && settledAt && (
        <p className="text-sm">
          {t(`second.${state}`, { who: names.get(settledBy ?? "") ?? "" })} <MomentText at={settledAt} />
          {settledReason && <span className="block">{staff("reasonIs", { reason: settledReason })}</span>}
        </p>
      )}
      {state === "waiting" && actions && "withdraw" in actions && (
        <div className="mt-3 grid gap-2">
          <p className="text-sm">{t("second.own")}</p>
          <StepForm action={actions.withdraw} hidden={hidden}>
            <SubmitButton look="secondary">{t("second.withdraw")}</SubmitButton>
          </StepForm>
        </div>
      )}
      {state === "waiting" && actions && "confirm" in actions && (
        <div className="mt-3 grid gap-3">
          <StepForm action={actions.confirm} hidden={hidden}>
            <SubmitButton>{t("second.confirm")}</SubmitButton>
          </StepForm>
          <details>
            <summary className="link cursor-pointer">{t("second.reject")}</summary>
            <div className="mt-3">
              <StepForm action={actions.reject} hidden={hidden} label={t("second.reject")}>
                <Textarea name="reason" label={t("second.rejectReason")} hint={t("second.rejectHint")} rows={2} />
                <SubmitButton look="danger">{t("second.reject")}</SubmitButton>
              </StepForm>
            </div>
          </details>
        </div>
      )}
    </Notice>
  );
}
