"use server";

import { issueInvoiceInput } from "#/lib/contract/steps/issue-invoice.ts";
import { issueInvoiceStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const issueInvoiceAction = contractStep("contract.issue-invoice", issueInvoiceInput, issueInvoiceStep);
