import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { DraftPrice } from "#/lib/editions/draft.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  draft: { id: string; version: number };
  /** Changes with what the form shows: what was typed over an older one is not put back. */
  rev: string;
  prices: readonly DraftPrice[];
};

/** Rows to spare under those that are there: an empty one does not count. */
const SPARE = 3;

/** 3.3: the price of a certificate by period, as a grid. */
export function DraftPrices({ locale, action, draft, rev, prices }: Props) {
  const t = translator(locale, "editions");
  const rows = [...prices, ...Array.from({ length: SPARE }, () => null)];
  return (
    <StepForm
      action={action}
      hidden={{ draftId: draft.id, version: draft.version, part: "prices" }}
      label={t("prices.title")}
      saved={t("draft.saved")}
      draftKey={`prices:${draft.id}:${rev}`}
    >
      <p className="text-muted text-sm">
        {t("prices.product")}. {t("prices.lead")}
      </p>
      {rows.map((row, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and the form is drawn anew when saved
          key={at}
          className="grid max-w-[28rem] grid-cols-2 gap-4"
        >
          <legend className="sr-only">{t("prices.row", { number: at + 1 })}</legend>
          <TextInput
            name={`prices.${at}.months`}
            label={t("prices.months")}
            hideLabel={at > 0}
            inputMode="numeric"
            defaultValue={row ? String(row.months) : ""}
            optional={row === null}
            autoComplete="off"
          />
          <TextInput
            name={`prices.${at}.amount`}
            label={t("prices.amount")}
            hideLabel={at > 0}
            inputMode="decimal"
            defaultValue={row ? formatAmount(BigInt(row.amount)) : ""}
            optional={row === null}
            autoComplete="off"
          />
        </fieldset>
      ))}
      <SubmitButton>{t("prices.save")}</SubmitButton>
    </StepForm>
  );
}
