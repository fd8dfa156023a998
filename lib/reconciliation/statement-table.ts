import type { Day } from "#/lib/calendar/day.ts";
import type { Cell, Register } from "#/lib/exports/table.ts";
import type { Words } from "#/lib/messages/messages.ts";
import { asOf, type Statement } from "./statement.ts";

/** The statement as a table to take away: the opening balance, each movement with the balance after it, turnovers and the closing balance as of the period's last day, or of today while it is not over. */
export function statementTable(statement: Statement, today: Day, t: Words<"settlements">): Register {
  const { from, opening, closing, debit, credit, rows } = statement;
  const last = asOf(statement, today);
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
      line(last, t("turnover"), debit, credit, null),
      line(last, t("closing"), null, null, closing),
    ],
  };
}
