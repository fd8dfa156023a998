import { DateText } from "#/components/ui/date-text.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { GROUND_CLAUSE, type Ground, type RefundState } from "#/lib/refund/refund.ts";
import { RefundStateWord } from "./refund-state.tsx";

type Row = {
  id: string;
  number: string | null;
  amount: Kopecks;
  ground: Ground;
  state: RefundState;
  requestedAt: Date;
  decision: string | null;
  withdrawnReason: string | null;
  paidOn: Day | null;
};

/** A customer's refunds: the state in a word, and in a sentence what happens now. */
export function OwnRefunds({ locale, rows }: { locale: Locale; rows: readonly Row[] }) {
  const t = translator(locale, "refunds");
  return (
    <Table
      caption={t("cabinet.list")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "sum",
          head: t("column.sum"),
          rowHead: true,
          cell: ({ amount, number }) => (
            <>
              <Money value={amount} />
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
          cell: ({ state, decision, withdrawnReason, paidOn }) => (
            <>
              <RefundStateWord locale={locale} state={state} />
              <span className="block text-muted text-sm">
                {t(`cabinet.why.${state}`, { reason: (state === "refused" ? decision : withdrawnReason) ?? "" })}{" "}
                {paidOn && t("cabinet.paidOn", { date: formatDay(paidOn) })}
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
