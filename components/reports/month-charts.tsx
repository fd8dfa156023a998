import { monthText } from "#/components/books/month-table.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, type Kopecks } from "#/lib/money/kopecks.ts";
import { BarChart } from "./bar-chart.tsx";

export type Month = {
  month: Day;
  expected: Kopecks;
  received: Kopecks;
  revenue: Kopecks;
  daysToCash: number | null;
  credits: number;
  matched: number;
};

const rate = ({ credits, matched }: Month) => (credits === 0 ? null : Math.round((100 * matched) / credits));
const rubles = (value: Kopecks) => Number(value) / 100;

/** A year of months: four pictures, and one table with the same figures. */
export function MonthCharts({ locale, months }: { locale: Locale; months: readonly Month[] }) {
  const t = translator(locale, "books");
  const labels = months.map(({ month }) => month.slice(5, 7));
  const chart = (name: "money" | "revenue" | "days" | "matching", series: { name: string; values: number[] }[]) => (
    <Section title={t(`reports.chart.${name}`)}>
      <BarChart title={t(`reports.chart.${name}`)} labels={labels} series={series} />
    </Section>
  );
  const number = (value: number | null, sign = "") => (
    <span className="num">{value === null ? "—" : `${String(value).replace(".", ",")}${sign}`}</span>
  );
  return (
    <>
      <div className="grid gap-8 xl:grid-cols-2">
        {chart("money", [
          { name: t("reports.chart.expected"), values: months.map(({ expected }) => rubles(expected)) },
          { name: t("reports.chart.received"), values: months.map(({ received }) => rubles(received)) },
        ])}
        {chart("revenue", [{ name: t("reports.chart.revenue"), values: months.map(({ revenue }) => rubles(revenue)) }])}
        {chart("days", [{ name: t("reports.chart.days"), values: months.map(({ daysToCash }) => daysToCash ?? 0) }])}
        {chart("matching", [{ name: t("reports.chart.matching"), values: months.map((one) => rate(one) ?? 0) }])}
      </div>
      <Table
        dense
        showCaption
        caption={t("reports.chart.table")}
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          {
            key: "month",
            head: t("close.month"),
            rowHead: true,
            cell: ({ month }) => <span className="num">{monthText(month)}</span>,
          },
          {
            key: "expected",
            head: t("reports.chart.expected"),
            end: true,
            cell: ({ expected }) => <span className="num">{formatAmount(expected)}</span>,
          },
          {
            key: "received",
            head: t("reports.chart.received"),
            end: true,
            cell: ({ received }) => <span className="num">{formatAmount(received)}</span>,
          },
          {
            key: "revenue",
            head: t("reports.chart.revenue"),
            end: true,
            cell: ({ revenue }) => <span className="num">{formatAmount(revenue)}</span>,
          },
          { key: "days", head: t("reports.chart.days"), end: true, cell: ({ daysToCash }) => number(daysToCash) },
          {
            key: "matching",
            head: t("reports.chart.matching"),
            end: true,
            cell: (one) => number(rate(one), "\u00A0%"),
          },
        ]}
      />
    </>
  );
}
