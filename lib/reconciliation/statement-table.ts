import type { Cell, Register } from "#/lib/exports/table.ts";
import type { Words } from "#/lib/messages/messages.ts";
import type { Statement } from "./statement.ts";

/** The statement as a table to take away: the opening balance, each movement with the balance after it, turnovers, the closing balance. */
export function statementTable(statement: Statement, t: Words<"settlements">): Register {
  const { from, to, opening, closing, debit, credit, rows } = statement;
  const line = (on: Cell, name: string, ...sums: (bigint | null)[]): Cell[] => [on, name, null, null, ...sums];
  return {
    name: t("title"),
    columns: [
      { head: t("column.on"), kind: "day" },
      { head: t("column.document"), kind: "text" },
      { head: t("column.number"), kind: "text" },
      { head: t("column.dated"), kind: "day" },
      { head: t("column.debit"), kind: "money" },
      { head: t("column.credit"), kind: "money" },
      { head: t("column.balance"), kind: "money" },
    ],
    rows: [
      line(from, t("opening"), null, null, opening),
      ...rows.map(({ movement, debit: given, credit: paid, balance }): Cell[] => [
        ...[movement.on, t(`kind.${movement.kind}`), movement.number, movement.dated],
        ...[given === 0n ? null : given, paid === 0n ? null : paid, balance],
      ]),
      line(to, t("turnover"), debit, credit, null),
      line(to, t("closing"), null, null, closing),
    ],
  };
}
