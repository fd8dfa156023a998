"use server";

import { releaseAllocationInput } from "#/lib/contract/steps/release-allocation.ts";
import { releaseAllocationStep } from "./specs.ts";
import { contractStep } from "./step.ts";

export const releaseAllocationAction = contractStep("payment.release", releaseAllocationInput, releaseAllocationStep);
