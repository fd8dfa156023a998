"use server";

import { issueInvoiceInput } from "#/lib/contract/steps/issue-invoice.ts";
import { reissueInvoiceStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const reissueInvoiceAction = contractStep("contract.reissue-invoice", issueInvoiceInput, reissueInvoiceStep);
