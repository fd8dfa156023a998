"use server";

import { terminateEarlyInput } from "#/lib/contract/steps/terminate.ts";
import { terminateEarlyStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const terminateEarlyAction = contractStep("contract.terminate", terminateEarlyInput, terminateEarlyStep);
