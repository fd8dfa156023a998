import { Money } from "#/components/ui/money.tsx";
import { Section } from "#/components/ui/section.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import { type ChangedPrice, diffPrices } from "#/lib/editions/diff/diff-prices.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Compared } from "./_compared.ts";

/** The prices of two editions of a price list, a line each period. */
export function PriceChanges({ locale, compared: { old, fresh } }: { locale: Locale; compared: Compared }) {
  const t = translator(locale, "diff");
  const rows = diffPrices(old.edition.prices, fresh.edition.prices);
  if (rows.length === 0) return null;
  const amount = (value: bigint | null) => (value === null ? t("page.noPrice") : <Money value={value} bare />);
  const columns: Column<ChangedPrice>[] = [
    { key: "period", head: t("page.period"), rowHead: true, cell: ({ months }) => t("page.months", { count: months }) },
    { key: "was", head: t("page.was"), end: true, cell: ({ was }) => amount(was) },
    { key: "now", head: t("page.now"), end: true, cell: ({ now }) => amount(now) },
    {
      key: "difference",
      head: t("page.difference"),
      end: true,
      cell: ({ was, now }) => was !== null && now !== null && was !== now && <Money value={now - was} bare />,
    },
  ];
  return (
    <Section title={t("page.prices")}>
      <Table
        caption={t("page.pricesCaption")}
        columns={columns}
        rows={rows}
        rowKey={({ product, months }) => `${product} ${months}`}
      />
      {rows.every(({ was, now }) => was === now) && <p className="mt-3 text-muted">{t("page.pricesSame")}</p>}
    </Section>
  );
}
