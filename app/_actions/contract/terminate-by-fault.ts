"use server";

import { terminateByFaultInput } from "#/lib/contract/steps/terminate.ts";
import { terminateByFaultStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const terminateByFaultAction = contractStep("contract.terminate", terminateByFaultInput, terminateByFaultStep);
