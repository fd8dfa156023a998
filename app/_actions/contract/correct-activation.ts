"use server";

import { correctActivationInput } from "#/lib/contract/steps/correct-activation.ts";
import { correctActivationStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const correctActivationAction = contractStep(
  "contract.correct-activation",
  correctActivationInput,
  correctActivationStep,
);
