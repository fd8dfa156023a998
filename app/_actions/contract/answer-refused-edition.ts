"use server";

import { answerRefusedEditionInput } from "#/lib/contract/steps/refuse-edition.ts";
import { answerRefusedEditionStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const answerRefusedEditionAction = contractStep(
  "contract.answer-refused-edition",
  answerRefusedEditionInput,
  answerRefusedEditionStep,
);
