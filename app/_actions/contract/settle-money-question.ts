"use server";

import { settleMoneyQuestionInput } from "#/lib/contract/steps/settle-money-question.ts";
import { settleMoneyQuestionStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const settleMoneyQuestionAction = contractStep(
  "contract.settle-money-question",
  settleMoneyQuestionInput,
  settleMoneyQuestionStep,
);
