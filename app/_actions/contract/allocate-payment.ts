"use server";

import { allocateInput } from "#/lib/contract/steps/allocate-payment.ts";
import { allocatePaymentStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const allocatePaymentAction = contractStep("payment.allocate", allocateInput, allocatePaymentStep);
