"use server";

import { allocateAtDiscretionInput } from "#/lib/contract/steps/allocate-payment.ts";
import { allocateAtDiscretionStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const allocateAtDiscretionAction = contractStep(
  "payment.allocate-at-discretion",
  allocateAtDiscretionInput,
  allocateAtDiscretionStep,
);
