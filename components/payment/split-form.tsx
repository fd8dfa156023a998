import { Fragment } from "react";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea, TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { suggestSplit } from "#/lib/statement/split.ts";
import type { CardInvoice } from "./proposal-card.tsx";
import { SplitLeft } from "./split-left.tsx";
import { isThirdParty, ThirdParty } from "./third-party.tsx";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  payment: { id: string; payerName: string; payerUnp: string | null };
  rest: Kopecks;
  /** The sum above which discretion waits for a second person. */
  above: Kopecks;
  invoices: readonly CardInvoice[];
};

/** One payment for several invoices: a sum beside each, what is left under them, and all of it in one press. */
export function SplitForm({ locale, action, payment, rest, above, invoices }: Props) {
  const t = translator(locale, "matching");
  const open = invoices.filter(
    ({ status, paid, total }) => (status === "live" || status === "expired") && paid < total,
  );
  if (open.length < 2) return null;
  const sums = suggestSplit(rest, open);
  const stranger = open.find((invoice) => isThirdParty({ payment, invoice }));
  return (
    <details data-split className="mt-6">
      <summary className="link cursor-pointer">{t("split.open")}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-sm">{t("split.text")}</p>
        <StepForm action={action} hidden={{ paymentId: payment.id }} label={t("split.open")}>
          <SplitLeft
            rest={rest.toString()}
            words={{
              left: t("split.left", { left: "{sum}" }),
              even: t("split.even"),
              over: t("split.over", { over: "{sum}" }),
              bad: t("split.bad"),
            }}
          >
            {open.map(({ id, contractId, version, number, partyName, total, paid }, at) => (
              <Fragment key={id}>
                <input type="hidden" name={`parts.${at}.contractId`} value={contractId} />
                <input type="hidden" name={`parts.${at}.version`} value={version} />
                <input type="hidden" name={`parts.${at}.invoiceId`} value={id} />
                <TextInput
                  name={`parts.${at}.amount`}
                  label={t("split.sum", { number })}
                  hint={t("split.due", { party: partyName, due: formatMoney(total - paid) })}
                  width="short"
                  inputMode="decimal"
                  autoComplete="off"
                  after="BYN"
                  optional
                  data-part
                  defaultValue={sums.has(id) ? formatAmount(sums.get(id) ?? 0n) : ""}
                />
              </Fragment>
            ))}
          </SplitLeft>
          {stranger && <ThirdParty locale={locale} payment={payment} invoice={stranger} optional />}
          <Textarea
            name="reason"
            label={translator(locale, "staff")("reasonLabel")}
            hint={t("split.reason")}
            rows={2}
            optional
          />
          <p className="text-muted text-sm">{t("split.limit", { above: formatMoney(above) })}</p>
          <SubmitButton look="secondary">{t("split.button")}</SubmitButton>
        </StepForm>
      </div>
    </details>
  );
}
