import type { Cell, Register } from "#/lib/exports/table.ts";
import type { Words } from "#/lib/messages/messages.ts";
import type { Movement } from "#/lib/reconciliation/statement.ts";
import type { Missing } from "./missing.ts";

/** The payments of a month as a table: what came, and which invoices it was set against. */
export function paymentsTable(movements: readonly Movement[], t: Words<"settlements">): Register {
  return {
    name: t("pack.payments"),
    columns: [
      { head: t("column.on"), kind: "day" },
      { head: t("column.document"), kind: "text" },
      { head: t("column.number"), kind: "text" },
      { head: t("column.dated"), kind: "day" },
      { head: t("column.sum"), kind: "money" },
      { head: t("column.set"), kind: "text" },
    ],
    rows: movements
      .filter(({ kind }) => kind !== "act")
      .map(({ kind, on, number, dated, amount, set }): Cell[] => [
        ...[on, t(`kind.${kind}`), number, dated, kind === "payment" ? BigInt(amount) : -BigInt(amount)],
        set.map((one) => one.number).join(", "),
      ]),
  };
}

/** What is unsigned: the paper, since when, and what to do. */
export function missingTable(missing: readonly Missing[], t: Words<"settlements">): Register {
  return {
    name: t("pack.missing"),
    columns: [
      { head: t("column.document"), kind: "text" },
      { head: t("column.number"), kind: "text" },
      { head: t("column.dated"), kind: "day" },
      { head: t("column.since"), kind: "day" },
      { head: t("column.step"), kind: "text" },
    ],
    rows: missing.map(({ paper, number, issuedOn, since, step }): Cell[] => [
      ...[t(`paper.${paper}`), number, issuedOn, since, t(`missing.${step}`)],
    ]),
  };
}
