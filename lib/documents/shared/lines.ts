import { formatAmount, formatMoney, type Kopecks, sum } from "#/lib/money/kopecks.ts";
import { splitVat, type VatMode } from "#/lib/money/vat.ts";
import type { SharedWords } from "./words.ts";

export type NameCell = { main: string; detail: string };
export type LedgerRow = [
  at: string,
  name: NameCell,
  quantity: string,
  price: string,
  rate: string,
  vat: string,
  total: string,
];
export type PricedLine = { name: NameCell; amount: Kopecks };

export type Ledger = { head: string[]; rows: LedgerRow[] };
export type Sums = { net: Kopecks; vat: Kopecks; gross: Kopecks };

/** The table of an invoice and an act: one certificate a line, price as the price list says it (VAT, if any, inside). */
export function ledger(
  words: SharedWords,
  nameHead: string,
  lines: readonly PricedLine[],
  mode: VatMode,
): { table: Ledger; sums: Sums } {
  const split = lines.map((line) => splitVat(line.amount, mode));
  const rows = lines.map<LedgerRow>(({ name, amount }, at) => [
    String(at + 1),
    name,
    words.pieces(1),
    formatAmount(amount),
    mode.kind === "none" ? words.noVat : `${mode.rate} %`,
    mode.kind === "none" ? "—" : formatAmount(split[at]?.vat ?? 0n),
    formatAmount(amount),
  ]);
  const { quantity, price, priceWithVat, rate } = words.ledger;
  const { vat, total } = words.ledgerSums;
  return {
    table: { head: ["№", nameHead, quantity, mode.kind === "none" ? price : priceWithVat, rate, vat, total], rows },
    // Line by line, so that the column adds up to its total to the kopeck.
    sums: {
      net: sum(split.map((s) => s.net)),
      vat: sum(split.map((s) => s.vat)),
      gross: sum(split.map((s) => s.gross)),
    },
  };
}

/** The VAT line under the sum: the tax in figures and words, or the ground on which there is none. */
export function vatNote(words: SharedWords, mode: VatMode, sums: Sums): string {
  if (mode.kind === "none") return words.noVatBecause(mode.basis);
  return words.vatInside(mode.rate, formatMoney(sums.vat), words.amount(sums.vat));
}
