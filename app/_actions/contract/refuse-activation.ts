"use server";

import { refuseActivationInput } from "#/lib/contract/steps/refuse-activation.ts";
import { refuseActivationStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const refuseActivationAction = contractStep(
  "contract.refuse-activation",
  refuseActivationInput,
  refuseActivationStep,
);
