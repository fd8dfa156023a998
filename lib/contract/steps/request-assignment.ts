import { z } from "zod";

import type { Decide } from "../contract.ts";
import { move, stepInput } from "./_step.ts";

export const requestAssignmentInput = z.object({
  ...stepInput.shape,
  reason: z.string().trim().min(3, "reason.required").max(1000, "field.too_long"),
});

/** Clause 6.3: neither side may hand the contract to somebody else. The request and its refusal are kept; nothing changes. */
export const requestAssignment: Decide<z.infer<typeof requestAssignmentInput>> = (contract, { reason }, { today }) =>
  move(contract, "request-assignment", {
    set: { assignmentRefusedOn: today },
    event: { reason, data: { answer: "refused", on: today } },
  });
