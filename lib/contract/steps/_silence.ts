import type { Refusal } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dueOn } from "../clocks.ts";
import { type Contract, currentAct, type Given } from "../contract.ts";

/** An answer that somebody else kept the day of: ЭДиН tells when the customer signed or refused, however late we asked. */
export type Answered = { answeredOn?: Day | undefined };

/**
 * 3.8: the last silent day is over, so the act is held to be accepted, whether or not the worker has written it down yet. What is
 * answered through the cabinet or by the house is answered today; null while the answer is in time.
 */
export function tooLateToAnswer(contract: Contract, { answeredOn }: Answered, given: Given): Refusal | null {
  const due = dueOn(contract, "deemed-acceptance", currentAct(contract)?.deemedDueOn ?? null, given);
  return due && (answeredOn ?? given.today) > due ? { code: "act.silence_passed", params: { until: due } } : null;
}
