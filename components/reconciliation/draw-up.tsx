import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { ReconciliationRow } from "./reconciliation-list.tsx";

type Props = {
  locale: Locale;
  rows: readonly ReconciliationRow[];
  today: Day;
  action: Action<unknown>;
  /** Whose, where the house asks; a customer asks about itself. */
  partyId?: string | undefined;
};

/** One more акт сверки, from the last agreed day on. */
export function DrawUp({ locale, rows, today, action, partyId }: Props) {
  const t = translator(locale, "reconciliation");
  const agreed = rows
    .filter(({ state }) => state === "agreed")
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const from = agreed && agreed < today ? addDays(agreed, 1) : (`${today.slice(0, 4)}-01-01` as Day);
  return (
    <Dialog
      open={t("ask")}
      title={t("title")}
      close={translator(locale, "common")("dialog.close")}
      look="secondary"
      small
    >
      <StepForm action={action} hidden={partyId ? { partyId } : {}} label={t("title")}>
        <p className="text-muted">{t("lead")}</p>
        {agreed && <p className="text-muted">{t("lastAgreed", { to: formatDay(agreed) })}</p>}
        <DateInput name="from" label={t("from")} defaultValue={formatDay(from)} />
        <DateInput name="to" label={t("to")} defaultValue={formatDay(today)} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
