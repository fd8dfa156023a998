import { SubmitButton } from "#/components/form/submit-button.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";

type Declined = {
  id: string;
  contractId: string;
  number: string;
  total: Kopecks;
  party: string;
  reason: string;
  at: Date;
  by: string;
};

type Props = {
  locale: Locale;
  rows: readonly Declined[];
  names: ReadonlyMap<string, string>;
  /** Null for a role that may not take a word back. */
  takeBack: Action<unknown> | null;
};

/** Invoices that people said this payment is not for, greyed, with who said it and why, and the way back. */
export function DeclinedList({ locale, rows, names, takeBack }: Props) {
  const t = translator(locale, "matching");
  const staff = translator(locale, "staff");
  return (
    <ul className="grid gap-4 text-muted">
      {rows.map(({ id, contractId, number, total, party, reason, at, by }) => (
        <li key={id}>
          <Link className="link num" href={`/staff/contracts/${contractId}`}>
            {staff("decide.invoice", { number })}
          </Link>{" "}
          <span className="num">{formatMoney(total)}</span> {party}
          <span className="block text-sm">
            {t("decline.by", { who: names.get(by) ?? "" })} <MomentText at={at} />
          </span>
          <span className="block text-sm">{t("decline.why", { reason })}</span>
          {takeBack && (
            <div className="mt-1">
              <StepForm action={takeBack} hidden={{ declineId: id }}>
                <SubmitButton look="secondary" small>
                  {t("decline.back")}
                </SubmitButton>
              </StepForm>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
