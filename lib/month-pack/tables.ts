import type { Cell, Register } from "#/lib/exports/table.ts";
import type { Words } from "#/lib/messages/messages.ts";
import { formatAmount, type Kopecks, sum } from "#/lib/money/kopecks.ts";
import type { Movement } from "#/lib/reconciliation/statement.ts";
import type { Missing } from "./missing.ts";

/** The payments of a month as a table: what came, what of it waits, and which invoices it was set against. */
export function paymentsTable(movements: readonly Movement[], t: Words<"settlements">): Register {
  return {
    name: t("pack.payments"),
    columns: [
      { head: t("column.on"), kind: "day" },
      { head: t("column.document"), kind: "text" },
      { head: t("column.number"), kind: "text" },
      { head: t("column.dated"), kind: "day" },
      { head: t("column.sum"), kind: "money" },
      { head: t("column.free"), kind: "money" },
      { head: t("column.set"), kind: "text" },
    ],
    rows: movements
      .filter(({ kind }) => kind !== "act")
      .map(({ kind, on, number, dated, amount: text, set }): Cell[] => {
        const amount = BigInt(text);
        const [came, free] = kind === "payment" ? [amount, amount - sum(set.map((one) => one.amount))] : [-amount, 0n];
        return [on, t(`kind.${kind}`), number, dated, came, free, setWords(amount, set)];
      }),
  };
}

/** Invoices by number; with their sums where the payment is not one invoice's alone. */
const setWords = (amount: Kopecks, set: Movement["set"]): string =>
  set.length === 1 && set[0]!.amount === amount
    ? set[0]!.number
    : set.map((one) => `${one.number}: ${formatAmount(one.amount)}`).join("; ");

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
