"use server";

import { requestAssignmentInput } from "#/lib/contract/steps/request-assignment.ts";
import { requestAssignmentStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const requestAssignmentAction = contractStep(
  "contract.request-assignment",
  requestAssignmentInput,
  requestAssignmentStep,
);
