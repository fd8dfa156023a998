import { err } from "#/lib/result.ts";
import { currentAct, type Decide } from "../contract.ts";
import { move, notAllowed } from "./_step.ts";

/**
 * Clause 3.8: five working days from sending passed and no signed act came: the seller's obligations are held to be fulfilled
 * properly, without claims. The term's last day is the customer's, so the step is taken from the day after it.
 */
export const deemAct: Decide<unknown> = (contract, _input, { today }) => {
  const act = currentAct(contract);
  if (!act?.deemedDueOn || (act.status !== "sent" && act.status !== "received"))
    return notAllowed(contract, "deem-act");
  if (today <= act.deemedDueOn) return err({ code: "act.answer_still_open", params: { until: act.deemedDueOn } });
  return move(contract, "deem-act", {
    acts: [{ id: act.id, set: { status: "deemed", deemedOn: act.deemedDueOn } }],
    event: { data: { number: act.number, sentOn: act.sentOn, deemedOn: act.deemedDueOn } },
  });
};
