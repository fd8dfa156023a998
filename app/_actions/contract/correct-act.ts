"use server";

import { correctActInput } from "#/lib/contract/steps/issue-act.ts";
import { correctActStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const correctActAction = contractStep("contract.correct-act", correctActInput, correctActStep);
