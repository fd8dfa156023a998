"use server";

import { issueActInput } from "#/lib/contract/steps/issue-act.ts";
import { issueActStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const issueActAction = contractStep("contract.issue-act", issueActInput, issueActStep);
