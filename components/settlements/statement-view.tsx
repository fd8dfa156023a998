import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { absolute, asOf, owes, type Statement, type StatementRow } from "#/lib/reconciliation/statement.ts";
import { MovementCell } from "./movement-cell.tsx";

type Props = { locale: Locale; statement: Statement; today: Day };

/** The statement of account: in words who owes whom, then every movement with the balance after it. */
export function StatementView({ locale, statement, today }: Props) {
  const t = translator(locale, "settlements");
  const { from, to, opening, closing, debit, credit, rows } = statement;
  const who = owes(closing);
  const said = t(`owes.${who}`, { sum: formatMoney(absolute(closing)), date: formatDay(asOf(statement, today)) });
  return (
    <>
      <Notice tone={who === "customer" ? "needs" : who === "seller" ? "running" : "done"} title={said} />
      <dl className="pairs my-6">
        <Balance name={t("opening")} day={from} value={opening} />
        <Balance name={t("closing")} day={asOf(statement, today)} value={closing} />
      </dl>
      <Table
        caption={t("period", { from: formatDay(from), to: formatDay(to) })}
        rows={rows}
        rowKey={({ movement }) => `${movement.kind}${movement.id}`}
        empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
        columns={[
          {
            key: "document",
            head: t("column.document"),
            rowHead: true,
            cell: (row: StatementRow) => <MovementCell locale={locale} row={row} />,
          },
          { key: "on", head: t("column.on"), cell: ({ movement }) => <DateText day={movement.on} /> },
          { key: "debit", head: t("column.debit"), end: true, cell: (row) => sumOf(row.debit) },
          { key: "credit", head: t("column.credit"), end: true, cell: (row) => sumOf(row.credit) },
          { key: "balance", head: t("column.balance"), end: true, cell: (row) => <Money value={row.balance} bare /> },
        ]}
        foot={
          <tr>
            <th scope="row" colSpan={2}>
              {t("turnover")}
            </th>
            <td className="end" data-label={t("column.debit")}>
              <Money value={debit} bare />
            </td>
            <td className="end" data-label={t("column.credit")}>
              <Money value={credit} bare />
            </td>
            <td className="end" data-label={t("column.balance")}>
              <Money value={closing} bare />
            </td>
          </tr>
        }
      />
    </>
  );
}

const sumOf = (value: Kopecks) => (value === 0n ? null : <Money value={value} bare />);

function Balance({ name, day, value }: { name: string; day: Day; value: Kopecks }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>
          <Money value={value} />
        </strong>{" "}
        <span className="text-muted">
          <DateText day={day} />
        </span>
      </dd>
    </div>
  );
}
