import { monthText } from "#/components/books/month-table.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { BarChart } from "./bar-chart.tsx";

const WAYS = ["automatic", "proposed", "byHand", "open"] as const;
type Month = { month: Day } & Record<(typeof WAYS)[number], number>;

/** How the credits of each month found their invoices. */
export function MatchingWays({ locale, months }: { locale: Locale; months: readonly Month[] }) {
  const t = translator(locale, "books");
  const title = t("reports.analysis.matching");
  return (
    <Section title={title}>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <BarChart
          title={title}
          labels={months.map(({ month }) => month.slice(5, 7))}
          series={WAYS.map((way) => ({ name: t(`reports.analysis.${way}`), values: months.map((one) => one[way]) }))}
        />
        <Table
          dense
          caption={title}
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            {
              key: "month",
              head: t("close.month"),
              rowHead: true,
              cell: ({ month }) => <span className="num">{monthText(month)}</span>,
            },
            ...WAYS.map((way) => ({
              key: way,
              head: t(`reports.analysis.${way}`),
              end: true,
              cell: (one: Month) => <span className="num">{share(one, way)}</span>,
            })),
          ]}
        />
      </div>
    </Section>
  );
}

/** The count with its share of the month. */
function share(month: Month, way: (typeof WAYS)[number]): string {
  const all = WAYS.reduce((sum, one) => sum + month[one], 0);
  return all === 0 ? "—" : `${month[way]} (${Math.round((100 * month[way]) / all)}\u00A0%)`;
}
