"use server";

import { withdrawForForceMajeureInput } from "#/lib/contract/steps/terminate.ts";
import { withdrawForForceMajeureStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const withdrawForForceMajeureAction = contractStep(
  "contract.withdraw",
  withdrawForForceMajeureInput,
  withdrawForForceMajeureStep,
);
