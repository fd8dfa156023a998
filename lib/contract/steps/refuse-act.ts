import { z } from "zod";

import { err } from "#/lib/result.ts";
import { currentAct, type Decide } from "../contract.ts";
import { placeAfter } from "../machine.ts";
import { type Answered, tooLateToAnswer } from "./_silence.ts";
import { move, notAllowed, stepInput } from "./_step.ts";

export const refuseActInput = z.object({
  ...stepInput.shape,
  reason: z.string().trim().min(10, "act.reason_required").max(4000, "field.too_long"),
  fileId: z.uuid().nullish(),
});

/** Motivated refusal, clauses 3.6 and 3.7, until the last silent day of 3.8. Stops the answer and the deemed-acceptance clocks; goes to the lawyer's queue. */
export const refuseAct: Decide<z.infer<typeof refuseActInput> & Answered> = (contract, input, given) => {
  const { reason, fileId, answeredOn } = input;
  const act = currentAct(contract);
  if (!act) return notAllowed(contract, "refuse-act");
  if (placeAfter(contract, "refuse-act") === null) return notAllowed(contract, "refuse-act");
  if (answeredOn && answeredOn > given.today) return err({ code: "day.in_future" });
  if (answeredOn && act.sentOn && answeredOn < act.sentOn)
    return err({ code: "act.received_before_sent", params: { sentOn: act.sentOn } });
  const late = tooLateToAnswer(contract, input, given);
  if (late) return err(late);
  const refusedOn = answeredOn ?? given.today;
  return move(contract, "refuse-act", {
    acts: [
      {
        id: act.id,
        set: { status: "refused", refusedOn, refusalReason: reason, refusalFileId: fileId ?? null },
      },
    ],
    event: { reason, data: { number: act.number, refusedOn, fileId: fileId ?? null } },
  });
};
