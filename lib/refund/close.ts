import type { Kopecks } from "#/lib/money/kopecks.ts";
import { refundNumbersIn } from "./number.ts";

export type AwaitedRefund = { id: string; number: string; amount: Kopecks; iban: string };
export type DebitLine = { id: string; amount: Kopecks; iban: string | null; purpose: string };

/**
 * Which debit line closes which approved refund: sum, account of the beneficiary and the refund's number in the purpose all agree, and
 * nothing ties on either side. Everything else waits for a person.
 */
export function closedBy(
  refunds: readonly AwaitedRefund[],
  lines: readonly DebitLine[],
): { refundId: string; lineId: string }[] {
  const agree = lines.flatMap((line) => {
    const numbers = refundNumbersIn(line.purpose);
    return refunds
      .filter(
        ({ number, amount, iban }) =>
          numbers.includes(number) && amount === line.amount && sameAccount(iban, line.iban),
      )
      .map(({ id }) => ({ refundId: id, lineId: line.id }));
  });
  const alone = (key: "refundId" | "lineId", value: string) => agree.filter((pair) => pair[key] === value).length === 1;
  return agree.filter((pair) => alone("refundId", pair.refundId) && alone("lineId", pair.lineId));
}

const sameAccount = (ours: string, theirs: string | null) =>
  theirs !== null && ours.replace(/\s/g, "") === theirs.replace(/\s/g, "").toUpperCase();
