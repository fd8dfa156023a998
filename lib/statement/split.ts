import type { Refusal } from "#/lib/action-result.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";

export type SplitPart = { invoiceId: string; amount: Kopecks };

/**
 * One payment for several invoices (3.4): what stays of it after these parts, to the kopeck; it is the customer's balance.
 * Refuses no parts, a part of nothing, an invoice named twice and more money than there is (with how much too much).
 */
export function splitPayment(rest: Kopecks, parts: readonly SplitPart[]): Result<Kopecks, Refusal> {
  if (parts.length === 0) return err({ code: "split.empty" });
  if (parts.some(({ amount }) => amount <= 0n)) return err({ code: "money.positive" });
  if (new Set(parts.map(({ invoiceId }) => invoiceId)).size < parts.length) return err({ code: "split.twice" });
  const left = parts.reduce((sum, { amount }) => sum - amount, rest);
  return left < 0n ? err({ code: "split.over", params: { over: formatMoney(-left) } }) : ok(left);
}

type Due = { id: string; total: Kopecks; paid: Kopecks; status: string };

/** What a person would most likely write: what each invoice lacks, in the order shown, as long as there is money. */
export function suggestSplit(rest: Kopecks, invoices: readonly Due[]): Map<string, Kopecks> {
  const sums = new Map<string, Kopecks>();
  let left = rest;
  for (const { id, total, paid, status } of invoices) {
    if (status !== "live") continue;
    const amount = left < total - paid ? left : total - paid;
    if (amount > 0n) sums.set(id, amount);
    left -= amount;
  }
  return sums;
}
