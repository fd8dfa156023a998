import { WithdrawForm } from "#/components/calendar/edit-forms.tsx";
import { DateText, MomentText } from "#/components/ui/date-text.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { calendarHistory } from "#/db/queries/calendar.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Row = Awaited<ReturnType<typeof calendarHistory>>["transfers"][number];
type Props = {
  locale: Locale;
  year: number;
  rows: readonly Row[];
  names: ReadonlyMap<string, string>;
  mayEdit: boolean;
};

/** Every transfer that was ever entered for the year, the withdrawn ones too: who, when, why. */
export function History({ locale, year, rows, names, mayEdit }: Props) {
  const t = translator(locale, "dates");
  return (
    <Table
      caption={t("staff.history")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "off", head: t("staff.off"), rowHead: true, cell: ({ off }) => <DateText day={off} /> },
        { key: "worked", head: t("staff.worked"), cell: ({ worked }) => <DateText day={worked} /> },
        {
          key: "resolution",
          head: t("staff.resolution"),
          cell: ({ resolution, source }) => (
            <>
              {resolution}
              <span className="block text-muted text-sm">{t(`staff.sources.${source}`)}</span>
            </>
          ),
        },
        {
          key: "when",
          head: t("staff.when"),
          cell: ({ enteredAt, enteredBy, reason }) => (
            <>
              <MomentText at={enteredAt} />
              <span className="block text-muted text-sm">
                {names.get(enteredBy) ?? enteredBy} · {reason}
              </span>
            </>
          ),
        },
        {
          key: "state",
          head: t("staff.state"),
          cell: ({ id, off, withdrawnAt, withdrawReason }) =>
            withdrawnAt ? (
              <span className="text-muted">
                {t("staff.withdrawn", { date: formatDay(dayInMinsk(withdrawnAt)), reason: withdrawReason ?? "" })}
              </span>
            ) : mayEdit ? (
              <details>
                <summary className="link cursor-pointer">
                  {t("staff.withdraw")}
                  <span className="sr-only">: {formatDay(off)}</span>
                </summary>
                <WithdrawForm
                  locale={locale}
                  year={year}
                  id={id}
                  name={t("staff.withdrawOf", { off: formatDay(off) })}
                />
              </details>
            ) : (
              t("staff.inForce")
            ),
        },
      ]}
    />
  );
}
