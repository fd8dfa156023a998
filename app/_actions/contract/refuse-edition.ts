"use server";

import { refuseEditionInput } from "#/lib/contract/steps/refuse-edition.ts";
import { refuseEditionStep } from "./specs.ts";
import { contractStep } from "./step.ts";

/** Clause 6.2 for one contract; the house with the customer's writing. */
export const refuseEditionAction = contractStep("contract.refuse-edition", refuseEditionInput, refuseEditionStep);
