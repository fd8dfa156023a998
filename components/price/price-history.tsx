import { DateText } from "#/components/ui/date-text.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Section } from "#/components/ui/section.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import { addDays, type Day, latest } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type PricedEdition, priceSeries } from "#/lib/price-list/history.ts";
import { PriceChart } from "./price-chart.tsx";

/** Days that the last price is drawn for at least, so that it is seen. */
const LAST_STEP = 30;

type Props = {
  locale: Locale;
  /** Oldest first; never none. */
  editions: readonly PricedEdition[];
  today: Day;
  hrefOf: (edition: PricedEdition) => string;
};

/** What each period cost in every edition: a chart where there is something to see, and always a table. */
export function PriceHistory({ locale, editions, today, hrefOf }: Props) {
  const t = translator(locale, "prices");
  const words = translator(locale, "public");
  const [first] = editions;
  if (!first) return null;
  const newest = editions.at(-1)!;
  const columns: Column<PricedEdition>[] = [
    {
      key: "since",
      head: t("public.since"),
      rowHead: true,
      cell: (edition) => (
        <a className="link" href={hrefOf(edition)}>
          {words("library.number", { number: edition.number })}, <DateText day={edition.inForceFrom} />
        </a>
      ),
    },
    ...priceSeries(editions).map(
      ({ months }): Column<PricedEdition> => ({
        key: String(months),
        head: words("price.months", { count: months }),
        end: true,
        cell: ({ prices }) => {
          const row = prices.find((one) => one.months === months);
          return row ? <Money value={row.amount} bare /> : <span className="text-muted">{t("public.notSold")}</span>;
        },
      }),
    ),
  ];
  return (
    <Section title={t("public.history")}>
      {editions.length > 1 ? (
        <>
          <p className="mb-4 max-w-measure text-muted">{t("public.historyLead")}</p>
          <PriceChart
            locale={locale}
            editions={editions}
            until={latest(today, addDays(newest.inForceFrom, LAST_STEP))}
          />
        </>
      ) : (
        <p className="mb-4">{t("public.unchanged", { date: formatDay(first.inForceFrom) })}</p>
      )}
      <div className="mt-4">
        <Table
          caption={t("public.history")}
          columns={columns}
          rows={editions.toReversed()}
          rowKey={({ number }) => String(number)}
        />
      </div>
    </Section>
  );
}
