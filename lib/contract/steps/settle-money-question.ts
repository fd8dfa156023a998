import { z } from "zod";

import { type Decide, MONEY_OUTCOMES } from "../contract.ts";
import { move, notAllowed, stepInput } from "./_step.ts";

export const settleMoneyQuestionInput = z.object({
  ...stepInput.shape,
  outcome: z.enum(MONEY_OUTCOMES, "field.choose"),
  reason: z.string().trim().min(10, "reason.required").max(2000, "field.too_long"),
});

/** After 4.4.2: a lawyer says what becomes of the money and why. Once; the customer reads both. */
export const settleMoneyQuestion: Decide<z.infer<typeof settleMoneyQuestionInput>> = (
  contract,
  { outcome, reason },
  { today },
) => {
  if (contract.moneyQuestion !== "open") return notAllowed(contract, "settle-money-question");
  return move(contract, "settle-money-question", {
    set: { moneyQuestion: "settled", moneyOutcome: outcome, moneyDecision: reason, moneySettledOn: today },
    event: { reason, data: { outcome, settledOn: today } },
  });
};
