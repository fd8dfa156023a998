"use server";

import { confirmActReceivedInput } from "#/lib/contract/steps/confirm-act-received.ts";
import { confirmActReceivedStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const confirmActReceivedAction = contractStep(
  "contract.confirm-act-received",
  confirmActReceivedInput,
  confirmActReceivedStep,
);
