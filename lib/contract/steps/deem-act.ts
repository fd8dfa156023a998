import { err } from "#/lib/result.ts";
import { dueOn } from "../clocks.ts";
import { currentAct, type Decide } from "../contract.ts";
import { move, notAllowed } from "./_step.ts";

/**
 * Clause 3.8: five working days from sending passed and no signed act came: the seller's obligations are held to be fulfilled
 * properly, without claims. The term's last day is the customer's, so the step is taken from the day after it.
 */
export const deemAct: Decide<unknown> = (contract, _input, given) => {
  const act = currentAct(contract);
  const due = dueOn(contract, "deemed-acceptance", act?.deemedDueOn ?? null, given);
  if (!act || !due || (act.status !== "sent" && act.status !== "received")) return notAllowed(contract, "deem-act");
  if (given.today <= due) return err({ code: "act.answer_still_open", params: { until: due } });
  return move(contract, "deem-act", {
    acts: [{ id: act.id, set: { status: "deemed", deemedOn: due } }],
    event: { data: { number: act.number, sentOn: act.sentOn, deemedOn: due } },
  });
};
