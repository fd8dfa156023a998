import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { BarChart } from "./bar-chart.tsx";
import { bucketNames } from "./buckets.ts";

type Props = { locale: Locale; bounds: readonly number[]; counts: readonly number[] };

/** How long money takes, as a distribution: the median alone hides those who pay late. */
export function CashDays({ locale, bounds, counts }: Props) {
  const t = translator(locale, "books");
  const title = t("reports.analysis.days");
  const rows = bucketNames(locale, bounds).map((name, at) => ({ name, count: counts[at] ?? 0 }));
  return (
    <Section title={title}>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <BarChart
          title={title}
          labels={rows.map(({ name }) => name)}
          series={[{ name: t("reports.analysis.invoices"), values: rows.map(({ count }) => count) }]}
        />
        <Table
          dense
          caption={title}
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: "days", head: t("reports.analysis.bucket"), rowHead: true, cell: ({ name }) => name },
            {
              key: "count",
              head: t("reports.analysis.invoices"),
              end: true,
              cell: ({ count }) => <span className="num">{count}</span>,
            },
          ]}
        />
      </div>
    </Section>
  );
}
