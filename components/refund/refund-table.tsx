import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Table } from "#/components/ui/table.tsx";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { GROUND_CLAUSE, type Ground, type RefundState } from "#/lib/refund/refund.ts";
import { RefundStateWord } from "./refund-state.tsx";

type Row = {
  id: string;
  party: string | null;
  payer: string;
  number: string | null;
  amount: Kopecks;
  ground: Ground;
  state: RefundState;
  requestedAt: Date;
};

/** A queue of refunds, each leading to its page. */
export function RefundTable({ locale, rows }: { locale: Locale; rows: readonly Row[] }) {
  const t = translator(locale, "refunds");
  return (
    <Table
      caption={t("title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      columns={[
        {
          key: "payer",
          head: t("column.payer"),
          rowHead: true,
          cell: ({ id, party, payer, number }) => (
            <>
              <Link className="link" href={`/staff/refunds/${id}`}>
                {party ?? payer}
              </Link>
              {number && <span className="num block font-normal text-muted">{number}</span>}
            </>
          ),
        },
        {
          key: "ground",
          head: t("column.ground"),
          cell: ({ ground }) => `${t(`ground.${ground}`)}, ${t("clause", { clause: GROUND_CLAUSE[ground] })}`,
        },
        {
          key: "asked",
          head: t("column.asked"),
          cell: ({ requestedAt }) => <DateText day={dayInMinsk(requestedAt)} />,
        },
        {
          key: "state",
          head: t("column.state"),
          cell: ({ state }) => <RefundStateWord locale={locale} state={state} />,
        },
        { key: "sum", head: t("column.sum"), end: true, cell: ({ amount }) => <Money value={amount} bare /> },
      ]}
    />
  );
}
