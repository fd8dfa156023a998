"use server";

import { cancelInput } from "#/lib/contract/steps/cancel-order.ts";
import { cancelOrderStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const cancelOrderAction = contractStep("contract.cancel-order", cancelInput, cancelOrderStep);
