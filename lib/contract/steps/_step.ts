import { z } from "zod";

import { err, ok } from "#/lib/result.ts";
import type { Contract, ContractChange, Decision } from "../contract.ts";
import { clauseOf, placeAfter, type Step } from "../machine.ts";
import { onBehalfInput } from "../on-behalf.ts";

/**
 * What every contract step is asked with: which contract, and which version of it the person saw. Staff who take a customer's step
 * add the customer's word; where the table of life wants none, none is accepted.
 */
export const stepInput = z.object({
  contractId: z.uuid(),
  version: z.coerce.number().int().positive(),
  onBehalf: onBehalfInput.optional(),
});

export const dayInput = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}$|^\d{2}\.\d{2}\.\d{4}$/, "day.format");

/** Moves by the table of life, or refuses with the place that forbids it. */
export function move(
  contract: Contract,
  step: Step,
  change: Omit<ContractChange, "stage" | "act" | "event"> & {
    event: { reason?: string; data: Record<string, unknown> };
  },
): Decision {
  const place = placeAfter(contract, step);
  if (place === null) return notAllowed(contract, step);
  return ok({ ...place, ...change, event: { step, clause: clauseOf(step), ...change.event } });
}

export const notAllowed = (contract: Contract, step: Step): Decision =>
  err({ code: "step.not_allowed", params: { step, stage: contract.stage, act: contract.act } });
