"use server";

import { activateAccessInput } from "#/lib/contract/steps/activate-access.ts";
import { activateAccessStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const activateAccessAction = contractStep("contract.activate-access", activateAccessInput, activateAccessStep);
