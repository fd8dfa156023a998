"use server";

import { cancelInput } from "#/lib/contract/steps/cancel-order.ts";
import { cancelInvoiceStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const cancelInvoiceAction = contractStep("contract.cancel-invoice", cancelInput, cancelInvoiceStep);
