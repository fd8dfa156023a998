import clsx from "clsx";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  /** The name before the value on a phone; the head itself when that is a string. */
  label?: string;
  cell: (row: Row) => ReactNode;
  /** Sums and counts: to the end, tabular. */
  end?: boolean;
  /** The cell that names the row. */
  rowHead?: boolean;
};

type Props<Row> = {
  caption: string;
  /** The caption is always there for screen readers; most pages have a heading that says it already. */
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  dense?: boolean;
  /** Shown in place of rows; see EmptyState. */
  empty?: ReactNode;
  foot?: ReactNode;
};

/** A server-rendered table. Lists of thousands on the staff side have their own client component. */
export function Table<Row>({ caption, showCaption, columns, rows, rowKey, dense, empty, foot }: Props<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <table className={clsx("data", dense && "dense")}>
      <caption className={showCaption ? undefined : "sr-only"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, end }) => (
            <th key={key} scope="col" className={end ? "end" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const label = column.label ?? (typeof column.head === "string" ? column.head : undefined);
  const className = column.end ? "end" : undefined;
  const value = column.cell(row);
  if (column.rowHead)
    return (
      <th scope="row" className={className} data-label={label}>
        {value}
      </th>
    );
  return (
    <td className={className} data-label={label}>
      {value}
    </td>
  );
}
