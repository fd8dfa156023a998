import { z } from "zod";

import { currentAct, type Decide } from "../contract.ts";
import { move, notAllowed, stepInput } from "./_step.ts";

export const refuseActInput = z.object({
  ...stepInput.shape,
  reason: z.string().trim().min(10, "act.reason_required").max(4000, "field.too_long"),
  fileId: z.uuid().nullish(),
});

/** Motivated refusal, clauses 3.6 and 3.7. Stops the answer and the deemed-acceptance clocks; goes to the lawyer's queue. */
export const refuseAct: Decide<z.infer<typeof refuseActInput>> = (contract, { reason, fileId }, { today }) => {
  const act = currentAct(contract);
  if (!act) return notAllowed(contract, "refuse-act");
  return move(contract, "refuse-act", {
    acts: [
      {
        id: act.id,
        set: { status: "refused", refusedOn: today, refusalReason: reason, refusalFileId: fileId ?? null },
      },
    ],
    event: { reason, data: { number: act.number, refusedOn: today, fileId: fileId ?? null } },
  });
};
