import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Table } from "#/components/ui/table.tsx";
import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { columnsOf, type RegisterName } from "#/lib/exports/registers.ts";
import type { Cell, Kind } from "#/lib/exports/table.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, type Kopecks } from "#/lib/money/kopecks.ts";

type Row = { id: string; cells: Cell[] };
type Props = {
  locale: Locale;
  name: RegisterName;
  rows: readonly Row[];
  totals: { count: number; sums: (Kopecks | null)[] };
};

/** A register on the screen: its first rows, and below them the sums of all of it. */
export function RegisterTable({ locale, name, rows, totals }: Props) {
  const t = translator(locale, "books");
  const columns = columnsOf(name);
  const number = (kind: Kind) => kind === "money" || kind === "count";
  return (
    <Table
      dense
      caption={t(`reports.register.${name}`)}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("reports.empty")} />}
      columns={columns.map(([column, kind], at) => ({
        key: column,
        head: t(`reports.column.${column}`),
        end: number(kind),
        rowHead: at === 0,
        cell: ({ cells }: Row) => (
          <span className={kind === "text" && column !== "number" && column !== "unp" ? "break-words" : "num"}>
            {textOf(cells[at] ?? null, kind)}
          </span>
        ),
      }))}
      foot={
        <tr>
          {columns.map(([column], at) => {
            const sum = totals.sums[at];
            if (at === 0) return <th key={column}>{t("reports.total", { count: totals.count })}</th>;
            return (
              <td key={column} className="end" data-label={sum === null ? undefined : t(`reports.column.${column}`)}>
                {sum !== null && sum !== undefined && <strong className="num">{formatAmount(sum)}</strong>}
              </td>
            );
          })}
        </tr>
      }
    />
  );
}

function textOf(cell: Cell, kind: Kind): string {
  if (cell === null) return "—";
  if (kind === "money") return formatAmount(cell as bigint);
  return kind === "day" ? formatDay(asDay(String(cell))) : String(cell);
}
