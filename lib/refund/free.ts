import type { Refusal } from "#/lib/action-result.ts";
import type { MoneyOutcome, TerminationGround } from "#/lib/contract/contract.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import type { Ground } from "./refund.ts";

/** A credit line as a refund sees it. */
export type RefundableFacts = {
  amount: Kopecks;
  allocated: Kopecks;
  state: string;
  /** Of the contract that the refund is about; null where it is about none. */
  contract: {
    /** What of this payment stands on it, less what went back of it before. */
    standing: Kopecks;
    terminationGround: TerminationGround | null;
    moneyQuestion: "open" | "settled" | null;
    moneyOutcome: MoneyOutcome | null;
  } | null;
};

/**
 * How much of a payment may go back on a ground. Overpaid, mistaken and late money is what no invoice took (3.4), always whole. Money
 * of a contract goes back only where the seller was at fault (4.4.2): never after a withdrawal of the customer (6.10).
 */
export function refundable(payment: RefundableFacts, ground: Ground): Result<Kopecks, Refusal> {
  if (payment.state === "to-return") return err({ code: "payment.to_return" });
  if (ground === "fault") {
    const { contract } = payment;
    if (contract?.terminationGround === "early") return err({ code: "refund.never_early" });
    if (contract?.terminationGround !== "fault" || contract.moneyOutcome === "none")
      return err({ code: "refund.no_fault" });
    return positive(contract.standing);
  }
  return positive(payment.state === "returned" ? 0n : payment.amount - payment.allocated);
}

/**
 * What the lawyer grants of the sum that was asked. A part only after 4.4.2, and there only once the money question of the contract is
 * answered; whatever no invoice took is the payer's, whole.
 */
export function grantable(
  asked: Kopecks,
  granted: Kopecks,
  ground: Ground,
  contract: Pick<NonNullable<RefundableFacts["contract"]>, "moneyQuestion" | "moneyOutcome"> | null,
): Result<Kopecks, Refusal> {
  if (granted <= 0n || granted > asked) return err({ code: "refund.over" });
  if (ground !== "fault") return granted === asked ? ok(granted) : err({ code: "refund.whole" });
  if (contract?.moneyQuestion !== "settled") return err({ code: "refund.question_open" });
  if (contract.moneyOutcome === "none") return err({ code: "refund.no_fault" });
  return contract.moneyOutcome === "refund" && granted !== asked ? err({ code: "refund.whole" }) : ok(granted);
}

const positive = (sum: Kopecks): Result<Kopecks, Refusal> =>
  sum > 0n ? ok(sum) : err({ code: "payment.nothing_left" });
