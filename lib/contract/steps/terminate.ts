import { z } from "zod";

import type { Day } from "#/lib/calendar/day.ts";
import { ticked } from "#/lib/requisites/fields.ts";
import { err } from "#/lib/result.ts";
import { dueOn } from "../clocks.ts";
import type { Contract, ContractChange, Decide, Given, TerminationGround } from "../contract.ts";
import { withdrawalCase } from "../force-majeure.ts";
import { placeAfter } from "../machine.ts";
import { move, notAllowed, stepInput } from "./_step.ts";

export const terminateByFaultInput = z.object({
  ...stepInput.shape,
  reason: z.string().trim().max(2000, "field.too_long").default(""),
});
export const terminateEarlyInput = z.object({
  ...stepInput.shape,
  /** Ticked under «доступ прекращается, перерасчёта и возврата нет». */
  understood: ticked("termination.not_confirmed"),
});

/** What the seller did wrong by 4.4.2, or null while there is nothing: the day after the term of 3.5, or its own refusal. */
export function sellerFault(contract: Contract, given: Given): { kind: "refused" | "late"; since: Day } | null {
  if (contract.stage !== "concluded") return null;
  if (contract.activationRefusedOn) return { kind: "refused", since: contract.activationRefusedOn };
  const due = dueOn(contract, "activation", contract.activationDueOn, given);
  return due && given.today > due ? { kind: "late", since: due } : null;
}

/** Clause 4.4.2: no access in time, or a refusal of it. What becomes of the money is a lawyer's question, open from now on. */
export const terminateByFault: Decide<z.infer<typeof terminateByFaultInput>> = (contract, { reason }, given) => {
  const { today } = given;
  const fault = sellerFault(contract, given);
  if (placeAfter(contract, "terminate-by-fault") === null) return notAllowed(contract, "terminate-by-fault");
  const until = dueOn(contract, "activation", contract.activationDueOn, given) ?? today;
  if (!fault) return err({ code: "termination.no_fault", params: { until } });
  const change = termination(contract, "fault", today);
  return move(contract, "terminate-by-fault", {
    ...change,
    set: { ...change.set, moneyQuestion: "open" },
    event: {
      ...(reason ? { reason } : {}),
      data: { ...change.data, fault: fault.kind, since: fault.since, moneyQuestion: "open" },
    },
  });
};

/**
 * Clause 6.10: the customer gives up a contract in force; nothing is recalculated and nothing refunded. While 4.4.2 is open
 * this is refused: it would give away the money question for nothing.
 */
export const terminateEarly: Decide<z.infer<typeof terminateEarlyInput>> = (contract, _input, given) => {
  const { today } = given;
  if (placeAfter(contract, "terminate-early") === null) return notAllowed(contract, "terminate-early");
  if (sellerFault(contract, given)) return err({ code: "termination.fault_applies" });
  const change = termination(contract, "early", today);
  return move(contract, "terminate-early", { ...change, event: { data: { ...change.data, understood: true } } });
};

export const withdrawForForceMajeureInput = z.object({ ...stepInput.shape });

/** Clause 5.4: either side, once a circumstance has lasted over six months and still lasts. What the clause is silent on stays open. */
export const withdrawForForceMajeure: Decide<z.infer<typeof withdrawForForceMajeureInput>> = (
  contract,
  _input,
  given,
) => {
  const { today } = given;
  const lasting = withdrawalCase(contract, today);
  if (placeAfter(contract, "withdraw-for-force-majeure") === null || !lasting)
    return notAllowed(contract, "withdraw-for-force-majeure");
  const change = termination(contract, "force-majeure", today);
  return move(contract, "withdraw-for-force-majeure", {
    ...change,
    event: { data: { ...change.data, caseId: lasting.id, from: lasting.from } },
  });
};

/** Access ends with today; evidence keeps the periods as they were paid for. */
function termination(contract: Contract, ground: TerminationGround, today: Day) {
  return {
    set: { terminatedOn: today, terminationGround: ground } satisfies ContractChange["set"],
    accessEndsOn: today,
    data: {
      terminatedOn: today,
      ground,
      periods: contract.lines.map(({ portal, activeFrom, activeTo }) => ({ portal, from: activeFrom, to: activeTo })),
    },
  };
}
