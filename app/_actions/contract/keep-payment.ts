"use server";

import { keepPaymentInput } from "#/lib/contract/steps/return-payment.ts";
import { keepPaymentStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const keepPaymentAction = contractStep("payment.return", keepPaymentInput, keepPaymentStep);
