"use server";

import { sendActInput } from "#/lib/contract/steps/send-act.ts";
import { sendActStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const sendActAction = contractStep("contract.send-act", sendActInput, sendActStep);
