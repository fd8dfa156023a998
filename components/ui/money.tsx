import { formatAmount, formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";

/** A sum. In columns say `bare` (the head names the currency): commas then stand one under another. */
export function Money({ value, bare }: { value: Kopecks; bare?: boolean }) {
  return <span className="num">{bare ? formatAmount(value) : formatMoney(value)}</span>;
}
