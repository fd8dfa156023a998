"use server";

import { settleArrival } from "#/db/writes/edi.ts";
import { record } from "#/db/writes/evidence.ts";
import { refuse } from "#/lib/action-result.ts";
import { settleArrivalInput } from "#/lib/edi/inputs.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** A person looked at a delivery that is no step of ours, and says what was done with it. */
export const settleArrivalAction = action({
  name: "settle-arrival",
  allow: "edi.settle",
  input: settleArrivalInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const { arrivalId, note } = input;
    const settled = await settleArrival(tx, arrivalId, { settledAt: now, settledBy: actor.userId, note });
    if (!settled) return refuse("record.changed");
    await record(tx, actor, origin, now, {
      chain: `edi:${arrivalId}`,
      contractId: settled.contractId,
      step: "settle-edi",
      reason: note,
      data: { externalId: settled.externalId },
    });
    return ok({ arrivalId });
  },
});
