import { RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Period } from "#/lib/ledger/period.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Made = {
  id: string;
  format: "xml" | "csv";
  from: Day;
  to: Day;
  records: number;
  sha256: string;
  exportedAt: Date;
  exportedBy: string;
  before: string | null;
};
type Props = {
  locale: Locale;
  period: Period;
  made: readonly Made[];
  names: ReadonlyMap<string, string>;
  action: Action<unknown>;
};

/** Entries for the accounting program: what was taken, by whom, and whether a period taken again is still the same. */
export function ExportSection({ locale, period, made, names, action }: Props) {
  const t = translator(locale, "books");
  const again = ({ before, sha256 }: Made) =>
    t(before === null ? "reports.oneC.first" : before === sha256 ? "reports.oneC.same" : "reports.oneC.changed");
  return (
    <Section title={t("reports.oneC.title")}>
      <p className="max-w-measure text-muted">{t("reports.oneC.lead")}</p>
      <div className="my-4 max-w-form">
        <StepForm action={action} hidden={{}} label={t("reports.oneC.title")}>
          <DateInput name="from" label={t("period.from")} defaultValue={formatDay(period.from)} />
          <DateInput name="to" label={t("period.to")} defaultValue={formatDay(period.to)} />
          <RadioGroup
            name="format"
            label={t("reports.oneC.format")}
            defaultValue="xml"
            choices={[
              { value: "xml", title: "XML" },
              { value: "csv", title: "CSV" },
            ]}
          />
          <SubmitButton>{t("reports.oneC.make")}</SubmitButton>
        </StepForm>
      </div>
      <Table
        caption={t("reports.oneC.made")}
        rows={made}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("reports.oneC.empty")} />}
        columns={[
          {
            key: "period",
            head: t("period.label"),
            rowHead: true,
            cell: ({ from, to }) => t("period.range", { from: formatDay(from), to: formatDay(to) }),
          },
          { key: "at", head: t("reports.oneC.at"), cell: ({ exportedAt }) => <MomentText at={exportedAt} /> },
          { key: "by", head: t("reports.oneC.by"), cell: ({ exportedBy }) => names.get(exportedBy) ?? "—" },
          {
            key: "records",
            head: t("close.entries"),
            end: true,
            cell: ({ records }) => <span className="num">{records}</span>,
          },
          {
            key: "again",
            head: t("reports.oneC.again"),
            cell: (one) => (
              <>
                {again(one)}
                <span className="num block text-muted text-sm" title={one.sha256}>
                  {one.sha256.slice(0, 12)}
                </span>
              </>
            ),
          },
          {
            key: "file",
            head: <span className="sr-only">{t("reports.oneC.file")}</span>,
            cell: ({ id, format }) => (
              <LinkButton href={`/api/books/exports/${id}`} look="secondary" small download>
                {t("reports.oneC.take", { format: format.toUpperCase() })}
              </LinkButton>
            ),
          },
        ]}
      />
    </Section>
  );
}
