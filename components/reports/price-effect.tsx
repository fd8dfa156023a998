import { monthText } from "#/components/books/month-table.tsx";
import { Button } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import type { Effect } from "#/lib/ledger/price-effect.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, type Kopecks, sum } from "#/lib/money/kopecks.ts";
import { BarChart } from "./bar-chart.tsx";

type Props = { locale: Locale; months: Record<"before" | "after", Day>; effects: readonly Effect[] };
type Row = { name: string; counts: string; before: Kopecks; after: Kopecks; quantity: Kopecks; price: Kopecks };

/** What changed revenue between two months: how much was sold, or for how much. The figures add up to the change, to the kopeck. */
export function PriceEffect({ locale, months, effects }: Props) {
  const t = translator(locale, "books");
  const title = t("reports.analysis.effect");
  const part = (of: "quantity" | "price") => effects.map((one) => one[of]);
  const rows: Row[] = effects.map(({ name, before, after, quantity, price }) => ({
    name: t("reports.analysis.months", { count: Number(name) }),
    ...{ counts: `${before.count} → ${after.count}`, before: before.sum, after: after.sum, quantity, price },
  }));
  const total: Row = {
    ...{ name: t("reports.analysis.total"), counts: "" },
    ...{ before: sum(rows.map(({ before }) => before)), after: sum(rows.map(({ after }) => after)) },
    ...{ quantity: sum(part("quantity")), price: sum(part("price")) },
  };
  const money = (key: "before" | "after" | "quantity" | "price", head: string) => ({
    ...{ key, head, end: true },
    cell: (row: Row) => <span className="num">{formatAmount(row[key])}</span>,
  });
  return (
    <Section title={title}>
      <form method="get" className="no-print mb-4 flex flex-wrap items-end gap-3">
        {(["before", "after"] as const).map((name) => (
          <label key={name} className="grid gap-1 text-sm">
            {t(`reports.analysis.${name}`)}
            <span className="box short">
              <input
                type="text"
                name={name}
                defaultValue={monthText(months[name])}
                placeholder={t("reports.analysis.monthHint")}
                inputMode="numeric"
              />
            </span>
          </label>
        ))}
        <Button type="submit" look="secondary" small>
          {t("reports.analysis.show")}
        </Button>
      </form>
      <div className="grid items-start gap-6 xl:grid-cols-[2fr_3fr]">
        {rows.length > 0 && (
          <BarChart
            title={title}
            labels={rows.map(({ name }) => name)}
            series={(["before", "after"] as const).map((name) => ({
              name: monthText(months[name]),
              values: rows.map((row) => Number(row[name]) / 100),
            }))}
          />
        )}
        <Table
          dense
          caption={title}
          rows={rows.length > 0 ? [...rows, total] : []}
          rowKey={({ name }) => name}
          empty={<EmptyState title={t("reports.analysis.none")} />}
          columns={[
            { key: "product", head: t("reports.analysis.product"), rowHead: true, cell: ({ name }) => name },
            {
              key: "sold",
              head: t("reports.analysis.sold"),
              end: true,
              cell: ({ counts }) => <span className="num">{counts}</span>,
            },
            money("before", monthText(months.before)),
            money("after", monthText(months.after)),
            money("quantity", t("reports.analysis.quantity")),
            money("price", t("reports.analysis.price")),
          ]}
        />
      </div>
    </Section>
  );
}
