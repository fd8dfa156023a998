import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Action } from "#/lib/action-result.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { State } from "#/lib/reconciliation/state.ts";
import { STATE_TONE } from "./state-tone.ts";

type Props = {
  locale: Locale;
  rows: readonly { id: string; number: string; issuedOn: Day; from: Day; to: Day; state: State }[];
  today: Day;
  /** Null for a role that may only read. */
  action: Action<unknown> | null;
  /** Whose, where the house asks; a customer asks about itself. */
  partyId?: string;
};

/** Акты сверки of one party: those that were drawn up and where they stand, and a form for one more from the last agreed day on. */
export function Reconciliations({ locale, rows, today, action, partyId }: Props) {
  const t = translator(locale, "reconciliation");
  const side = partyId ? "staff" : "cabinet";
  const agreed = rows
    .filter(({ state }) => state === "agreed")
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const from = agreed && agreed < today ? addDays(agreed, 1) : (`${today.slice(0, 4)}-01-01` as Day);
  const form = action && (
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
  return (
    <Section title={t("list")} aside={form}>
      {rows.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <ul className="grid gap-4">
          {rows.map(({ id, number, issuedOn, from: first, to, state }) => (
            <li key={id}>
              <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                <Link className="link" href={`/${side}/reconciliations/${id}`}>
                  {t("named", { number, on: formatDay(issuedOn) })}
                </Link>
                <Status tone={STATE_TONE[state]}>{t(`${side === "staff" ? "stateStaff" : "state"}.${state}`)}</Status>
              </span>
              <span className="flex flex-wrap items-baseline gap-x-4 text-muted text-sm">
                {t("period", { from: formatDay(first), to: formatDay(to) })}
                <FileLink locale={locale} href={`/api/reconciliations/${id}/pdf`} title={`№ ${number}`} kind="PDF" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
