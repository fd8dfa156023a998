import "server-only";

import { type Contract, currentInvoice, type Given } from "#/lib/contract/contract.ts";
import { placeAfter, type Step } from "#/lib/contract/machine.ts";
import type { StepSpec } from "./spec.ts";
import { acceptOfferStep, issueActStep } from "./specs.ts";

type Next = { job: string; spec: StepSpec<{ contractId: string }, unknown> };

/** The steps that nobody presses: the contract itself makes them follow, in the same transaction. */
export function followUps(taken: Step, contract: Contract, given: Given): Next[] {
  if (taken === "allocate-payment" || taken === "allocate-at-discretion") {
    const invoice = currentInvoice(contract);
    return invoice && invoice.paid === invoice.total
      ? [{ job: "acceptance", spec: acceptOfferStep as Next["spec"] }]
      : [];
  }
  if (taken === "activate-access" && given.settings.actIssue === "at-activation")
    return placeAfter(contract, "issue-act") ? [{ job: "act-at-activation", spec: issueActStep as Next["spec"] }] : [];
  return [];
}
