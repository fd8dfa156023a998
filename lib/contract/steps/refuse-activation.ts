import { z } from "zod";

import { err } from "#/lib/result.ts";
import type { Decide } from "../contract.ts";
import { move, stepInput } from "./_step.ts";

export const refuseActivationInput = z.object({
  ...stepInput.shape,
  reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});

/**
 * Clause 4.4.2: the seller says openly that it will give no access. Nothing ends by that: the customer may terminate from now
 * on, and access may still be given until it does.
 */
export const refuseActivation: Decide<z.infer<typeof refuseActivationInput>> = (contract, { reason }, { today }) => {
  const on = contract.activationRefusedOn;
  if (contract.stage === "concluded" && on) return err({ code: "activation.refused_already", params: { on } });
  return move(contract, "refuse-activation", {
    set: { activationRefusedOn: today, activationRefusal: reason },
    event: { reason, data: { refusedOn: today, activationDueOn: contract.activationDueOn } },
  });
};
