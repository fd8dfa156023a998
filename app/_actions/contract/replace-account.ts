"use server";

import { cancelInput } from "#/lib/contract/steps/cancel-order.ts";
import { replaceAccountStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const replaceAccountAction = contractStep("contract.replace-account", cancelInput, replaceAccountStep);
