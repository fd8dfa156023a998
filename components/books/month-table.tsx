import { listHref } from "#/components/staff/query.ts";
import { momentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { monthPeriod } from "#/lib/ledger/period.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** "04.2026". */
export const monthText = (month: Day): string => `${month.slice(5, 7)}.${month.slice(0, 4)}`;

type Month = { month: Day; entries: number; closed: { closedAt: Date; closedBy: string; note: string } | null };
type Props = { locale: Locale; months: readonly Month[]; names: ReadonlyMap<string, string>; current: Day | null };

/** Every month of the books, newest first: open, or closed by whom, when and on what ground. */
export function MonthTable({ locale, months, names, current }: Props) {
  const t = translator(locale, "books");
  return (
    <Table
      caption={t("close.months")}
      rows={months}
      rowKey={({ month }) => month}
      empty={<EmptyState title={t("close.empty")} />}
      columns={[
        {
          key: "month",
          head: t("close.month"),
          rowHead: true,
          cell: ({ month }) => (
            <Link className="link num" href={listHref("/staff/books", monthPeriod(month))}>
              {monthText(month)}
            </Link>
          ),
        },
        {
          key: "entries",
          head: t("close.entries"),
          end: true,
          cell: ({ entries }) => <span className="num">{entries}</span>,
        },
        {
          key: "state",
          head: t("close.state"),
          cell: ({ month, closed }) =>
            closed ? (
              <>
                <Status tone="done">{t("close.closed", { at: momentText(closed.closedAt) })}</Status>
                <span className="block text-muted">
                  {t("close.by", { name: names.get(closed.closedBy) ?? "—", note: closed.note })}
                </span>
              </>
            ) : (
              <>
                <Status tone="running">{t("close.open")}</Status>
                {month !== current && (
                  <Link className="link ml-3" href={listHref("/staff/books/close", { month })}>
                    {t("close.choose")}
                  </Link>
                )}
              </>
            ),
        },
      ]}
    />
  );
}
