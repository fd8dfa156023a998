"use server";

import { signActInput } from "#/lib/contract/steps/sign-act.ts";
import { signActStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const signActAction = contractStep("contract.sign-act", signActInput, signActStep);
