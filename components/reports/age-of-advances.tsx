import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, type Kopecks } from "#/lib/money/kopecks.ts";
import { BarChart } from "./bar-chart.tsx";
import { bucketNames } from "./buckets.ts";

type Props = {
  locale: Locale;
  bounds: readonly number[];
  buckets: readonly { advance: Kopecks; unsigned: Kopecks }[];
};

/** Paid in full and not accepted yet, by the days since the money came: the seller prepaid, so nobody owes it, and this is its age. */
export function AgeOfAdvances({ locale, bounds, buckets }: Props) {
  const t = translator(locale, "books");
  const title = t("reports.analysis.age");
  const rows = bucketNames(locale, bounds).map((name, at) => ({
    name,
    ...(buckets[at] ?? { advance: 0n, unsigned: 0n }),
  }));
  const series = (["advance", "unsigned"] as const).map((part) => ({
    name: t(`reports.analysis.${part}`),
    values: rows.map((row) => Number(row[part]) / 100),
  }));
  return (
    <Section title={title}>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <BarChart title={title} labels={rows.map(({ name }) => name)} series={series} />
        <Table
          dense
          caption={title}
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: "days", head: t("reports.analysis.bucket"), rowHead: true, cell: ({ name }) => name },
            ...(["advance", "unsigned"] as const).map((part) => ({
              key: part,
              head: t(`reports.analysis.${part}`),
              end: true,
              cell: (row: (typeof rows)[number]) => <span className="num">{formatAmount(row[part])}</span>,
            })),
          ]}
        />
      </div>
    </Section>
  );
}
