"use server";

import { refuseActInput } from "#/lib/contract/steps/refuse-act.ts";
import { refuseActStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const refuseActAction = contractStep("contract.refuse-act", refuseActInput, refuseActStep);
