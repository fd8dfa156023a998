import { formatAmount, type Kopecks } from "#/lib/money/kopecks.ts";
import type { StatementRefusal } from "./statement.ts";

/** A sum as the file prints it, with its text line: the refusal names the place. */
export type Printed = { sum: Kopecks; line: number };

export type Totals = {
  opening: Printed;
  closing: Printed;
  /** The file's own totals, where it prints them. */
  credits: Printed | null;
  debits: Printed | null;
};

const off = (
  check: "identity" | "credits" | "debits" | "continuity",
  line: number,
  expected: Kopecks,
  actual: Kopecks,
): StatementRefusal => ({
  code: "statement.balance",
  params: {
    check,
    line,
    expected: formatAmount(expected),
    actual: formatAmount(actual),
    difference: formatAmount(actual - expected),
  },
});

/**
 * The file against itself: its totals against the lines read (`expected` is what the file prints, `actual` what the
 * lines add up to), and opening + credits − debits = closing. Null when every kopeck is there.
 */
export function checkTotals(totals: Totals, credits: Kopecks, debits: Kopecks): StatementRefusal | null {
  if (totals.credits && totals.credits.sum !== credits)
    return off("credits", totals.credits.line, totals.credits.sum, credits);
  if (totals.debits && totals.debits.sum !== debits)
    return off("debits", totals.debits.line, totals.debits.sum, debits);
  const closing = totals.opening.sum + credits - debits;
  return closing === totals.closing.sum ? null : off("identity", totals.closing.line, totals.closing.sum, closing);
}

/** One day's closing is the next day's opening. */
export function checkContinuity(earlier: Totals, later: Totals): StatementRefusal | null {
  return earlier.closing.sum === later.opening.sum
    ? null
    : off("continuity", later.opening.line, earlier.closing.sum, later.opening.sum);
}
