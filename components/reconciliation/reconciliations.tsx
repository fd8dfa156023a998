import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  rows: readonly { id: string; number: string; issuedOn: Day; from: Day; to: Day }[];
  today: Day;
  /** Null for a role that may only read. */
  action: Action<unknown> | null;
  /** Whose, where the house asks; a customer asks about itself. */
  partyId?: string;
};

/** Акты сверки of one party: those that were drawn up, and a form for one more. */
export function Reconciliations({ locale, rows, today, action, partyId }: Props) {
  const t = translator(locale, "reconciliation");
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
        <DateInput name="from" label={t("from")} defaultValue={formatDay(`${today.slice(0, 4)}-01-01` as Day)} />
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
        <ul className="grid gap-2">
          {rows.map(({ id, number, issuedOn, from, to }) => (
            <li key={id}>
              <FileLink
                locale={locale}
                href={`/api/reconciliations/${id}/pdf`}
                title={t("named", { number, on: formatDay(issuedOn) })}
                kind="PDF"
              />
              <span className="block text-muted text-sm">
                {t("period", { from: formatDay(from), to: formatDay(to) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
