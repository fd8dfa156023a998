"use server";

import { returnPaymentInput } from "#/lib/contract/steps/return-payment.ts";
import { returnPaymentStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const returnPaymentAction = contractStep("payment.return", returnPaymentInput, returnPaymentStep);
